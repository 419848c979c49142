package dev.breakwater.manifests.redaction;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Values that are no secret even under a name that says so. */
final class OrdinaryValues {

    private static final Pattern REFERENCE = Pattern.compile(
            "\\$\\([\\w.-]{1,200}\\)|\\$\\{[^}]{1,300}\\}|\\$[A-Za-z_]\\w{0,200}|\\{\\{.{1,500}\\}\\}|<[^<>]{1,100}>|%\\w{1,100}%");

    private static final Pattern PATH = Pattern.compile(
            "(?:file://)?(?:/(?:etc|var|run|mnt|opt|usr|home|secrets?|tmp|srv|data|app|vault|proc|dev|root|bin|config|certs?|keys?|tls)(?:/[\\w.@-]{1,100}){0,20}/?|\\.{1,2}/[\\w./@-]{1,200})");

    private static final Pattern ADDRESS = Pattern.compile(
            "[a-z][a-z0-9+.-]{0,30}://[\\w.:\\[\\]-]{1,200}(?:/[\\w./~-]{0,300})?(?:\\?[\\w.=&%-]{0,300})?");

    private static final Set<String> WORDS = Set.of(
            "true",
            "false",
            "yes",
            "no",
            "on",
            "off",
            "none",
            "null",
            "nil",
            "enabled",
            "disabled",
            "default",
            "optional",
            "required",
            "always",
            "never",
            "auto",
            "file",
            "env",
            "vault",
            "kubernetes",
            "bearer",
            "basic",
            "jwt",
            "oidc",
            "0",
            "1");

    private OrdinaryValues() {}

    /** A variable, template or placeholder in the place of the value. */
    static boolean isReference(String value) {
        return REFERENCE.matcher(value.strip()).matches();
    }

    /** A switch, a reference, a path or an address without credentials. */
    static boolean isOrdinary(String value) {
        String text = value.strip();
        return text.isEmpty()
                || WORDS.contains(text.toLowerCase(Locale.ROOT))
                || isReference(text)
                || PATH.matcher(text).matches()
                || ADDRESS.matcher(text).matches();
    }
}
