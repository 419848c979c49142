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
            for (int at = 0; at <= text.length() - part.length(); at++) {
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

    /** A test that only texts with a certain beginning can pass. */
    record Begun(Prefix beginning, TextTest test) implements TextTest {
        @Override
        public boolean matches(String text) {
            return beginning.matches(text) && test.matches(text);
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
