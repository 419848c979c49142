package dev.breakwater.ui.policies.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.policy.value.TextPattern;
import dev.breakwater.engine.policy.value.TextPattern.Bare;
import dev.breakwater.engine.policy.value.TextTest;
import dev.breakwater.engine.policy.value.ValueRejected;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A value that is taken apart for the form and put together again means the same. */
class TextFormProperties {

    @Property
    void meansTheSameWhenItIsWrittenAgain(
            @ForAll("values") String value, @ForAll Bare bare, @ForAll("texts") String text) {
        TextTest before;
        try {
            before = TextPattern.parse(value, bare);
        } catch (ValueRejected e) {
            return;
        }

        String written = TextForm.Value.of(value, bare).written(bare);

        assertThat(TextPattern.parse(written, bare).matches(text)).isEqualTo(before.matches(text));
        assertThat(TextForm.Value.of(written, bare)).isEqualTo(TextForm.Value.of(value, bare));
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.of("", "!", "!!", "\"", "r/", "r/c/", "g/", "!r/", "!g/")
                .flatMap(mark -> Arbitraries.of("a", "ab", "a*", "a.*", "b", "\"", "a\"", "r/a", "g/b")
                        .map(rest -> mark.equals("\"") ? mark + rest + mark : mark + rest));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("", "a", "ab", "abc", "b", "r/a", "g/b", "\"", "a\"");
    }
}
