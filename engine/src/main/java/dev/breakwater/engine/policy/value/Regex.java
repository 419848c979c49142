package dev.breakwater.engine.policy.value;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.breakwater.engine.policy.value.Shape.Gap;
import dev.breakwater.engine.policy.value.Shape.Other;
import dev.breakwater.engine.policy.value.Shape.Piece;
import dev.breakwater.engine.policy.value.Shape.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Regular expressions in linear time (RE2), compiled away where a plain comparison says the same: most of those that
 * people write are lists of words, prefixes and parts, and these are some twenty times faster.
 */
final class Regex {

    private Regex() {}

    static TextTest exactly(String text) {
        return oneOf(List.of(text));
    }

    static TextTest whole(String expression) {
        Pattern pattern = compile(expression);
        TextTest whole = new TextTest.Whole(pattern);
        return Shape.of(expression).map(shape -> test(shape, whole)).orElse(whole);
    }

    /** A comparison for each alternative if one says the same; else the expression, for texts that could match at all. */
    private static TextTest test(Shape shape, TextTest whole) {
        List<Optional<TextTest>> plain =
                shape.alternatives().stream().map(Regex::plain).toList();
        if (plain.stream().allMatch(Optional::isPresent)) {
            return any(plain.stream().map(Optional::get).toList());
        }
        List<Optional<TextTest>> needed =
                shape.alternatives().stream().map(Regex::needed).toList();
        return needed.stream().allMatch(Optional::isPresent)
                ? new TextTest.Both(any(needed.stream().map(Optional::get).toList()), whole)
                : whole;
    }

    /** The comparison that says the same as a sequence. */
    private static Optional<TextTest> plain(List<Piece> pieces) {
        return Optional.ofNullable(
                switch (pieces.size()) {
                    case 0 -> exactly("");
                    case 1 ->
                        switch (pieces.getFirst()) {
                            case Word(String text) -> exactly(text);
                            case Gap.ANY -> new TextTest.Anything();
                            case Gap.NOT_EMPTY -> new TextTest.NotEmpty();
                            case Other.UNKNOWN -> null;
                        };
                    case 2 ->
                        pieces.get(0) instanceof Word(String text) && pieces.get(1) == Gap.ANY
                                ? new TextTest.Prefix(text)
                                : pieces.get(0) == Gap.ANY && pieces.get(1) instanceof Word(String end)
                                        ? new TextTest.Suffix(end)
                                        : null;
                    case 3 ->
                        pieces.get(0) == Gap.ANY
                                        && pieces.get(1) instanceof Word(String part)
                                        && pieces.get(2) == Gap.ANY
                                ? new TextTest.Contains(part)
                                : null;
                    default -> null;
                });
    }

    /** What every text that matches a sequence has: its beginning, or else its longest word. */
    private static Optional<TextTest> needed(List<Piece> pieces) {
        if (pieces.isEmpty() || pieces.getFirst() instanceof Word) {
            return pieces.isEmpty()
                    ? plain(pieces)
                    : Optional.of(new TextTest.Prefix(((Word) pieces.getFirst()).text()));
        }
        return pieces.stream()
                .filter(Word.class::isInstance)
                .map(piece -> ((Word) piece).text())
                .max(Comparator.comparingInt(String::length))
                .map(TextTest.Contains::new);
    }

    /** Any of some tests, those of one kind at once. */
    private static TextTest any(List<TextTest> tests) {
        List<String> words = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        List<TextTest> others = new ArrayList<>();
        for (TextTest test : tests) {
            switch (test) {
                case TextTest.OneOf(Set<String> texts) -> words.addAll(texts);
                case TextTest.Contains(String part) -> parts.add(part);
                default -> others.add(test);
            }
        }
        if (others.stream().anyMatch(TextTest.Anything.class::isInstance)) {
            return new TextTest.Anything();
        }
        if (!words.isEmpty()) {
            others.addFirst(oneOf(words));
        }
        if (!parts.isEmpty()) {
            others.add(parts.size() == 1 ? new TextTest.Contains(parts.getFirst()) : TextTest.ContainsAny.of(parts));
        }
        return others.size() == 1 ? others.getFirst() : new TextTest.AnyOf(List.copyOf(others));
    }

    static TextTest somewhere(String expression) {
        Pattern pattern = compile(expression);
        List<List<Piece>> alternatives =
                Shape.of(expression).map(Shape::alternatives).orElse(List.of());
        boolean words = !alternatives.isEmpty()
                && alternatives.stream().allMatch(pieces -> pieces.size() == 1 && pieces.getFirst() instanceof Word);
        return words
                ? any(alternatives.stream()
                        .<TextTest>map(pieces -> new TextTest.Contains(((Word) pieces.getFirst()).text()))
                        .toList())
                : new TextTest.Somewhere(pattern);
    }

    private static Pattern compile(String expression) {
        CaseFolding.check(expression);
        if (RepeatBound.sizeOf(expression) > RepeatBound.MAX) {
            throw new ValueRejected(
                    "Allowed: counted repetitions {n,m} that multiply up to " + RepeatBound.MAX + " characters.");
        }
        try {
            // Dot matches line breaks too: a line break in a value must not hide it from a policy.
            return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
        } catch (PatternSyntaxException e) {
            throw new ValueRejected("Allowed: a regular expression (RE2 syntax, no back-references); this is none: "
                    + e.getDescription() + (e.getPattern().isEmpty() ? "." : " in " + e.getPattern() + "."));
        }
    }

    private static TextTest oneOf(List<String> words) {
        Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(words);
        return new TextTest.OneOf(set);
    }
}
