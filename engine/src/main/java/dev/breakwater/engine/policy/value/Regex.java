package dev.breakwater.engine.policy.value;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Regular expressions in linear time (RE2), compiled away where a plain comparison says the same: most of those that
 * people write are lists of words, prefixes and parts, and these are some twenty times faster.
 */
final class Regex {

    private static final String META = "\\.+*?()[]{}^$|";

    private Regex() {}

    static TextTest exactly(String text) {
        return oneOf(List.of(text));
    }

    static TextTest whole(String expression) {
        Pattern pattern = compile(expression);
        return simple(expression).orElseGet(() -> guarded(expression, pattern));
    }

    /** Most texts differ in their first letters already, which a comparison tells without the expression. */
    private static TextTest guarded(String expression, Pattern pattern) {
        String prefix = prefix(expression);
        TextTest whole = new TextTest.Whole(pattern);
        return prefix.isEmpty() ? whole : new TextTest.Begun(new TextTest.Prefix(prefix), whole);
    }

    /** The plain text that whatever matches begins with; empty where alternatives or operators come first. */
    private static String prefix(String expression) {
        int end = 0;
        while (end < expression.length() && expression.charAt(end) < 128 && META.indexOf(expression.charAt(end)) < 0) {
            end++;
        }
        // A quantifier is about the letter before it.
        boolean quantified = end < expression.length() && "*+?{".indexOf(expression.charAt(end)) >= 0;
        return hasOpenAlternatives(expression) ? "" : expression.substring(0, quantified ? Math.max(0, end - 1) : end);
    }

    /** Whether a {@code |} stands outside of all groups; escapes and classes that would hide one count as such. */
    private static boolean hasOpenAlternatives(String expression) {
        int depth = 0;
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            if (c == '\\' || c == '[') {
                return expression.indexOf('|') >= 0;
            }
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == '|' && depth == 0) {
                return true;
            }
        }
        return false;
    }

    static TextTest somewhere(String expression) {
        Pattern pattern = compile(expression);
        return literal(expression)
                .<TextTest>map(TextTest.Contains::new)
                .orElseGet(() -> new TextTest.Somewhere(pattern));
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

    /** The same test without an expression, if the expression is alternatives of plain words. */
    private static Optional<TextTest> simple(String expression) {
        List<String> words = new ArrayList<>();
        List<TextTest> tests = new ArrayList<>();
        for (String alternative : expression.split("(?<!\\\\)\\|", -1)) {
            Optional<TextTest> test = alternative(alternative, words);
            if (test.isEmpty()) {
                return Optional.empty();
            }
            tests.add(test.get());
        }
        if (words.size() == tests.size()) {
            return Optional.of(oneOf(words));
        }
        return Optional.of(tests.size() == 1 ? tests.getFirst() : new TextTest.AnyOf(List.copyOf(tests)));
    }

    private static Optional<TextTest> alternative(String expression, List<String> words) {
        if (expression.equals(".+")) {
            return Optional.of(new TextTest.NotEmpty());
        }
        boolean open = expression.startsWith(".*");
        String rest = open ? expression.substring(2) : expression;
        boolean openEnd = rest.endsWith(".*") && !rest.endsWith("\\.*");
        String middle = openEnd ? rest.substring(0, rest.length() - 2) : rest;
        Optional<String> literal = literal(middle);
        if (literal.isPresent() && !open && !openEnd) {
            words.add(literal.get());
        }
        return literal.map(text -> test(text, open, openEnd));
    }

    private static TextTest test(String text, boolean open, boolean openEnd) {
        if (text.isEmpty() && (open || openEnd)) {
            return new TextTest.Anything();
        }
        if (open) {
            return openEnd ? new TextTest.Contains(text) : new TextTest.Suffix(text);
        }
        return openEnd ? new TextTest.Prefix(text) : exactly(text);
    }

    private static TextTest oneOf(List<String> words) {
        Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(words);
        return new TextTest.OneOf(set);
    }

    /** The text that an expression without operators stands for. */
    private static Optional<String> literal(String expression) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            boolean escaped = c == '\\' && i + 1 < expression.length();
            char taken = escaped ? expression.charAt(++i) : c;
            boolean plain =
                    escaped ? taken < 128 && !Character.isLetterOrDigit(taken) : taken < 128 && META.indexOf(taken) < 0;
            if (!plain) {
                return Optional.empty();
            }
            text.append(taken);
        }
        return Optional.of(text.toString());
    }
}
