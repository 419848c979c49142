package dev.breakwater.engine.machine.rule;

import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a value is to be.
 *
 * @param tests all of which it has to meet
 * @param set whether it has to be set at all; {@code false} = it must not be
 * @param unset what one that is not set is
 */
record Demand(List<Test> tests, boolean set, Unset unset, String ifUnset, boolean yesOrNo) {

    /** What a setting is that nobody sets. */
    enum Unset {
        FAILS,
        HOLDS,
        /** As a value that the program takes then. */
        DEFAULT
    }

    /**
     * A test of values.
     *
     * @param words what it asks for
     */
    record Test(String words, Predicate<List<String>> holds) {}

    /** The same of a setting that is a certain value where nobody sets it. */
    Demand withDefault(String value) {
        return new Demand(tests, set, Unset.DEFAULT, value, yesOrNo);
    }

    /** What it asks for, in words. */
    String words() {
        if (!set) {
            return "not set";
        }
        String all = tests.isEmpty()
                ? "set"
                : String.join(" and ", tests.stream().map(Test::words).toList());
        return unset == Unset.HOLDS ? all + ", or not set" : all;
    }

    Answer judge(String field, Value value) {
        return switch (value.state()) {
            case UNKNOWN -> Answer.unknown(field, value.where(), value.why());
            case SET -> {
                boolean holds =
                        set && tests.stream().allMatch(test -> test.holds().test(value.values()));
                yield answer(holds, field, value.shown(), value.where(), field + " is " + quoted(value.shown()));
            }
            case UNSET ->
                switch (unset) {
                    case DEFAULT -> {
                        boolean holds = set
                                && tests.stream().allMatch(test -> test.holds().test(List.of(ifUnset)));
                        yield answer(
                                holds,
                                field,
                                ifUnset,
                                value.where(),
                                field + " is not set, which means " + quoted(ifUnset));
                    }
                    case HOLDS, FAILS ->
                        answer(!set || unset == Unset.HOLDS, field, "", value.where(), field + " is not set");
                };
        };
    }

    private Answer answer(boolean holds, String field, String found, String where, String says) {
        return Answer.of(
                holds,
                new Found(field, found, words(), where, holds ? says + "." : says + "; it is to be " + words() + "."));
    }

    private static String quoted(String value) {
        return value.isEmpty() ? "empty" : value;
    }

    static Test is(List<String> allowed) {
        return new Test(
                String.join(" or ", allowed), values -> allowed.stream().anyMatch(one -> same(one, last(values))));
    }

    static Test isNot(List<String> forbidden) {
        return new Test(
                "not " + String.join(" or ", forbidden),
                values -> forbidden.stream().noneMatch(one -> same(one, last(values))));
    }

    static Test atLeast(BigDecimal least) {
        return new Test(
                least.toPlainString() + " or more",
                values -> number(last(values))
                        .map(found -> found.compareTo(least) >= 0)
                        .orElse(false));
    }

    static Test atMost(BigDecimal most) {
        return new Test(
                most.toPlainString() + " or less",
                values -> number(last(values))
                        .map(found -> found.compareTo(most) <= 0)
                        .orElse(false));
    }

    static Test has(List<String> wanted) {
        return new Test(
                "with " + String.join(" and ", wanted),
                values -> elements(values).toList().containsAll(wanted));
    }

    static Test lacks(List<String> forbidden) {
        return new Test(
                "without " + String.join(" and ", forbidden),
                values -> elements(values).noneMatch(forbidden::contains));
    }

    static Test only(List<String> allowed) {
        return new Test("only of " + String.join(", ", allowed), values -> {
            List<String> found = elements(values).toList();
            return !found.isEmpty() && allowed.containsAll(found);
        });
    }

    static Test matches(Pattern pattern) {
        return new Test(
                PatternWords.of(pattern.pattern()),
                values -> pattern.matcher(last(values)).find());
    }

    static Test mismatches(Pattern pattern) {
        return new Test(
                "not " + PatternWords.of(pattern.pattern()),
                values -> values.stream()
                        .noneMatch(value -> pattern.matcher(value).find()));
    }

    private static String last(List<String> values) {
        return values.isEmpty() ? "" : values.getLast();
    }

    private static Stream<String> elements(List<String> values) {
        return values.stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(element -> !element.isEmpty());
    }

    /** Words of yes and no are the same in any case, as programs read them. */
    private static boolean same(String wanted, String found) {
        String word = wanted.toLowerCase(Locale.ROOT);
        return List.of("true", "false", "yes", "no").contains(word)
                ? word.equals(found.toLowerCase(Locale.ROOT))
                : wanted.equals(found);
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return text.length() > 40 ? Optional.empty() : Optional.of(new BigDecimal(text.strip()));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    /** Collects the parts of a demand. */
    static final class Builder {

        private final List<Test> tests = new ArrayList<>();
        private boolean set = true;
        private Unset unset = Unset.FAILS;
        private String ifUnset = "";
        private boolean yesOrNo;

        void add(Test test) {
            tests.add(test);
        }

        void yesOrNo() {
            yesOrNo = true;
        }

        void mustNotBeSet() {
            set = false;
        }

        void unset(Unset as, @Nullable String value) {
            unset = as;
            ifUnset = value == null ? "" : value;
        }

        Demand done() {
            return new Demand(List.copyOf(tests), set, unset, ifUnset, yesOrNo);
        }
    }
}
