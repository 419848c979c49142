package dev.breakwater.central.access.internal;

import dev.breakwater.central.access.People;
import dev.breakwater.central.platform.InvalidRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * What a password must be like. Long rather than colourful (NIST SP 800-63B, 3.1.1): no digit or sign is asked for, and none
 * ever has to be changed because of its age.
 */
final class PasswordRule {

    private static final int DIFFERENT = 5;
    private static final int NAME_COUNTS_FROM = 4;

    private PasswordRule() {}

    /**
     * The password, if it can be used.
     *
     * @throws InvalidRequest without the password in it
     */
    static String checked(String username, String password) {
        int bytes = password.getBytes(StandardCharsets.UTF_8).length;
        boolean named = username.length() >= NAME_COUNTS_FROM
                && password.toLowerCase(Locale.ROOT).contains(username.toLowerCase(Locale.ROOT));
        if (password.codePointCount(0, password.length()) < People.SHORTEST_PASSWORD
                || bytes > People.LONGEST_PASSWORD
                || password.codePoints().distinct().count() < DIFFERENT
                || named) {
            throw new InvalidRequest("password", "(not shown)", People.PASSWORD_RULE);
        }
        return password;
    }
}
