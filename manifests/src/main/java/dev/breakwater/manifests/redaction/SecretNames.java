package dev.breakwater.manifests.redaction;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Names that say that the value is secret: {@code DB_PASSWORD}, {@code apiKey}, {@code --client-secret}. */
final class SecretNames {

    private static final Pattern BETWEEN_WORDS =
            Pattern.compile("[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

    /** Single words, also as the end of one that was written together, such as {@code PGPASSWORD}. */
    private static final List<String> WORDS = List.of(
            "password",
            "passwd",
            "passphrase",
            "passcode",
            "secret",
            "secrets",
            "token",
            "tokens",
            "credential",
            "credentials",
            "apikey",
            "privatekey",
            "secretkey",
            "accesskey",
            "masterkey",
            "authkey",
            "signingkey",
            "encryptionkey",
            "sharedkey",
            "connectionstring",
            "connstr",
            "authtoken",
            "accesstoken",
            "refreshtoken",
            "requirepass",
            "dbpass",
            "userpass",
            "rootpass",
            "smtppass",
            "masterauth");

    private static final Set<String> WHOLE_WORDS = Set.of(
            "pwd",
            "pass",
            "pw",
            "psk",
            "dsn",
            "jwt",
            "bearer",
            "authorization",
            "cookie",
            "htpasswd",
            "pin",
            "otp",
            "seed",
            "mnemonic",
            "salt",
            "pepper",
            "creds",
            "sig",
            "cred",
            "auth");

    /** Two words in a row. */
    private static final Set<String> PAIRS = Set.of(
            "api key",
            "private key",
            "secret key",
            "access key",
            "master key",
            "auth key",
            "signing key",
            "encryption key",
            "shared key",
            "account key",
            "license key",
            "licence key",
            "session key",
            "cookie key",
            "encrypt key",
            "app key",
            "connection string",
            "conn str",
            "database url",
            "mongo uri",
            "storage key",
            "service key",
            "ssh key",
            "tls key",
            "deploy key",
            "write key",
            "hmac key",
            "aes key",
            "crypto key",
            "secure key");

    /** Last words that tell of something about the secret instead of the secret. */
    private static final Set<String> ABOUT = Set.of(
            "file",
            "files",
            "path",
            "dir",
            "directory",
            "folder",
            "name",
            "names",
            "ref",
            "refs",
            "url",
            "uri",
            "endpoint",
            "host",
            "enabled",
            "enable",
            "disabled",
            "required",
            "ttl",
            "expiry",
            "expiration",
            "expires",
            "timeout",
            "lifetime",
            "duration",
            "age",
            "length",
            "size",
            "count",
            "max",
            "min",
            "limit",
            "type",
            "kind",
            "format",
            "algorithm",
            "alg",
            "header",
            "issuer",
            "audience",
            "policy",
            "provider",
            "rotation",
            "interval",
            "period",
            "field",
            "mode",
            "version",
            "store",
            "namespace",
            "mount",
            "location",
            "prefix",
            "suffix",
            "manager",
            "class",
            "backend",
            "engine",
            "server",
            "service",
            "hash",
            "checksum",
            "reviewer",
            "bucket",
            "rules",
            "method");

    private SecretNames() {}

    /** What sort of secret stands under a name, unless the value itself is plainly ordinary. */
    static Optional<String> kindOf(String name, String value) {
        return saysSecret(name) && !OrdinaryValues.isOrdinary(value) ? Optional.of("secret-name") : Optional.empty();
    }

    /** Whether a name says that its value is secret. */
    static boolean saysSecret(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        List<String> words = List.of(BETWEEN_WORDS.split(last)).stream()
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
        if (words.isEmpty() || ABOUT.contains(words.getLast())) {
            return !words.isEmpty() && isConnection(words);
        }
        for (int i = 0; i < words.size(); i++) {
            if (isSecretWord(words.get(i)) || (i > 0 && PAIRS.contains(words.get(i - 1) + " " + words.get(i)))) {
                return true;
            }
        }
        return false;
    }

    /** {@code DATABASE_URL} and the like, whose last word would say otherwise; addresses without credentials stay. */
    private static boolean isConnection(List<String> words) {
        int size = words.size();
        return size > 1 && PAIRS.contains(words.get(size - 2) + " " + words.get(size - 1));
    }

    private static boolean isSecretWord(String word) {
        return WHOLE_WORDS.contains(word) || WORDS.stream().anyMatch(word::endsWith);
    }
}
