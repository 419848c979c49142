package dev.breakwater.engine.fix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TextDiffTest {

    @Test
    void showsWhatGoesAndWhatComesWithSomeLinesAround() {
        List<String> before = List.of("a", "b", "c", "d", "old", "e", "f", "g", "h");
        List<String> after = List.of("a", "b", "c", "d", "new", "more", "e", "f", "g", "h");
        assertThat(TextDiff.of(before, after).unified("web.yaml")).isEqualTo("""
                --- a/web.yaml
                +++ b/web.yaml
                @@ -2,7 +2,8 @@
                 b
                 c
                 d
                -old
                +new
                +more
                 e
                 f
                 g
                """);
    }

    @Test
    void saysNothingOfEqualTexts() {
        assertThat(TextDiff.of(List.of("a"), List.of("a")).hunks()).isEmpty();
    }

    @Property(tries = 500)
    void appliedToTheOldTextGivesTheNewOne(
            @ForAll @Size(max = 30) List<@CharRange(from = 'a', to = 'd') Character> old,
            @ForAll @Size(max = 30) List<@CharRange(from = 'a', to = 'd') Character> fresh) {
        List<String> before = old.stream().map(String::valueOf).toList();
        List<String> after = fresh.stream().map(String::valueOf).toList();
        assertThat(applied(before, TextDiff.of(before, after))).isEqualTo(after);
    }

    private static List<String> applied(List<String> before, TextDiff diff) {
        List<String> result = new ArrayList<>();
        int at = 0;
        for (TextDiff.Hunk hunk : diff.hunks()) {
            int from = hunk.removed() == 0 ? hunk.from() : hunk.from() - 1;
            result.addAll(before.subList(at, from));
            at = from;
            for (TextDiff.Line line : hunk.lines()) {
                switch (line.mark()) {
                    case SAME -> {
                        assertThat(before.get(at)).isEqualTo(line.text());
                        result.add(line.text());
                        at++;
                    }
                    case REMOVED -> {
                        assertThat(before.get(at)).isEqualTo(line.text());
                        at++;
                    }
                    case ADDED -> result.add(line.text());
                }
            }
        }
        result.addAll(before.subList(at, before.size()));
        return result;
    }
}
