package dev.breakwater.engine.policy.value;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Set;

/** A compiled test of a text; all of them ignore case. */
public sealed interface TextTest {

    boolean matches(String text);

    /** Whatever it is, the empty text too. */
    record Anything() implements TextTest {
        @Override
        public boolean matches(String text) {
            return true;
        }
    }

    /** Anything but the empty text. */
    record NotEmpty() implements TextTest {
        @Override
        public boolean matches(String text) {
            return !text.isEmpty();
        }
    }

    /** One of these, as they are. */
    record OneOf(Set<String> texts) implements TextTest {
        @Override
        public boolean matches(String text) {
            return texts.contains(text);
        }
    }

    /** Begins so. */
    record Prefix(String prefix) implements TextTest {
        @Override
        public boolean matches(String text) {
            return text.regionMatches(true, 0, prefix, 0, prefix.length());
        }
    }

    /** Ends so. */
    record Suffix(String suffix) implements TextTest {
        @Override
        public boolean matches(String text) {
            return text.regionMatches(true, text.length() - suffix.length(), suffix, 0, suffix.length());
        }
    }

    /** Has it somewhere. */
    record Contains(String part) implements TextTest {
        @Override
        public boolean matches(String text) {
            if (part.isEmpty()) {
                return true;
            }
            char lower = Character.toLowerCase(part.charAt(0));
            char upper = Character.toUpperCase(lower);
            for (int at = 0; at <= text.length() - part.length(); at++) {
                char c = text.charAt(at);
                if ((c == lower || c == upper || c > 127 || lower > 127)
                        && text.regionMatches(true, at, part, 0, part.length())) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * Has one of these somewhere.
     *
     * @param low which of the first 64 characters one of them begins with, a bit for each
     * @param high the same of the next 64
     */
    record ContainsAny(List<String> parts, long low, long high) implements TextTest {

        /** @param parts not empty, nor is one of them; in ASCII */
        static ContainsAny of(List<String> parts) {
            long low = 0;
            long high = 0;
            for (String part : parts) {
                for (char c :
                        new char[] {Character.toLowerCase(part.charAt(0)), Character.toUpperCase(part.charAt(0))}) {
                    low |= c < 64 ? 1L << c : 0;
                    high |= c >= 64 ? 1L << c : 0;
                }
            }
            return new ContainsAny(List.copyOf(parts), low, high);
        }

        @Override
        public boolean matches(String text) {
            for (int at = 0; at < text.length(); at++) {
                char c = text.charAt(at);
                // A character beyond ASCII may be another case of one within.
                if ((c > 127 || ((c < 64 ? low : high) >>> c & 1) != 0) && oneIsAt(text, at)) {
                    return true;
                }
            }
            return false;
        }

        private boolean oneIsAt(String text, int at) {
            for (String part : parts) {
                if (text.regionMatches(true, at, part, 0, part.length())) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Passes any of several tests. */
    record AnyOf(List<TextTest> tests) implements TextTest {
        @Override
        public boolean matches(String text) {
            for (TextTest test : tests) {
                if (test.matches(text)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** A regular expression that nothing simpler can stand for; the whole text must match. */
    record Whole(Pattern pattern) implements TextTest {
        @Override
        public boolean matches(String text) {
            return pattern.matches(text);
        }
    }

    /** A test that only texts which pass a cheaper one can pass. */
    record Both(TextTest cheaper, TextTest test) implements TextTest {
        @Override
        public boolean matches(String text) {
            return cheaper.matches(text) && test.matches(text);
        }
    }

    /** A regular expression that must match somewhere. */
    record Somewhere(Pattern pattern) implements TextTest {
        @Override
        public boolean matches(String text) {
            return pattern.matcher(text).find();
        }
    }

    /** The opposite. */
    record Not(TextTest test) implements TextTest {
        @Override
        public boolean matches(String text) {
            return !test.matches(text);
        }
    }
}
