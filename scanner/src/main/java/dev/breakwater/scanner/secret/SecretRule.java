package dev.breakwater.scanner.secret;

import com.google.re2j.Pattern;
import java.util.List;

/**
 * A kind of secret.
 *
 * @param keywords one of them is in every text that the pattern matches; as written, small or capital
 * @param anyCase whether keywords count in any case
 * @param pattern its first group is the secret, if it has one
 * @param lines whether it goes over several lines
 * @param entropy bits a character that the secret has at least; 0 = does not matter
 * @param where in which files it is looked for
 * @param check what else must hold
 */
record SecretRule(
        String id,
        String title,
        List<String> keywords,
        boolean anyCase,
        Pattern pattern,
        boolean lines,
        double entropy,
        Where where,
        Check check) {

    /** In which files. */
    interface Where {
        boolean is(String path, String name);
    }

    /** Whether a text is what it looks like. */
    interface Check {
        boolean holds(String secret);
    }

    static final Where ANYWHERE = (path, name) -> true;

    static SecretRule of(String id, String title, String keyword, String pattern) {
        return new SecretRule(
                id, title, List.of(keyword), false, Pattern.compile(pattern), false, 0, ANYWHERE, secret -> true);
    }

    SecretRule keywords(String... more) {
        return new SecretRule(id, title, List.of(more), anyCase, pattern, lines, entropy, where, check);
    }

    SecretRule inAnyCase() {
        return new SecretRule(id, title, keywords, true, pattern, lines, entropy, where, check);
    }

    SecretRule overLines() {
        return new SecretRule(id, title, keywords, anyCase, pattern, true, entropy, where, check);
    }

    SecretRule entropy(double least) {
        return new SecretRule(id, title, keywords, anyCase, pattern, lines, least, where, check);
    }

    SecretRule in(Where files) {
        return new SecretRule(id, title, keywords, anyCase, pattern, lines, entropy, files, check);
    }

    SecretRule holding(Check other) {
        return new SecretRule(id, title, keywords, anyCase, pattern, lines, entropy, where, other);
    }
}
