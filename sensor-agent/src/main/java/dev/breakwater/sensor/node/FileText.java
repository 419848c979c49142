package dev.breakwater.sensor.node;

import dev.breakwater.sensor.node.LookedPaths.Depth;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The text of a file, its secrets taken out. */
final class FileText {

    /** The most bytes of a file whose text is kept. */
    static final int MOST = 256 * 1024;

    /** Whatever a pattern says: these are never opened. */
    private static final Pattern NEVER = Pattern.compile(
            ".*(?:\\.key|\\.pem|\\.p12|\\.pfx|\\.jks|id_(?:rsa|dsa|ecdsa|ed25519)|ssh_host_\\w+_key|/g?shadow-?|/opasswd(?:\\.old)?|\\.kubeconfig)");

    private final Root root;
    private final TextRedaction texts;
    private final JsonRedaction json;

    FileText(Root root, TextRedaction texts) {
        this.root = root;
        this.texts = texts;
        this.json = new JsonRedaction(texts);
    }

    /**
     * What was read.
     *
     * @param text {@code null} = not kept, for the reason
     */
    record Read(String sha256, @Nullable String text, String reason) {

        static final Read NOTHING = new Read("", null, "");

        static Read not(String reason) {
            return new Read("", null, reason);
        }
    }

    /** The same, of the files that a process sees. */
    FileText within(Root other) {
        return new FileText(other, texts);
    }

    /** Reads a regular file, if its text is no longer than what is left of the room for all. */
    Read read(String path, Depth depth, int left) {
        if (NEVER.matcher(path).matches()) {
            return Read.not("files that may hold a key are not read");
        }
        byte[] bytes;
        try {
            bytes = root.read(path, MOST + 1);
        } catch (IOException e) {
            return Read.not(Reasons.of(e));
        }
        if (bytes.length > MOST) {
            return Read.not("is larger than the " + MOST + " bytes that are kept of a file");
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return Read.not("is not text");
        }
        if (text.indexOf('\0') >= 0) {
            return Read.not("is not text");
        }
        String shown;
        try {
            shown = shown(path, depth, text, bytes);
        } catch (IllegalArgumentException e) {
            return Read.not(String.valueOf(e.getMessage()));
        }
        return shown.length() > left
                ? Read.not("the text of all files together is larger than what is kept")
                : new Read(depth == Depth.PROVIDERS ? "" : sha256(bytes), shown, "");
    }

    private String shown(String path, Depth depth, String text, byte[] bytes) {
        return switch (depth) {
            case PROVIDERS -> EncryptionProviders.skeleton(text);
            case ACCOUNT -> texts.accounts(text);
            case SYSTEM -> texts.system(text);
            case CONFIG, FACTS -> {
                if (path.toLowerCase(Locale.ROOT).endsWith(".json") && !text.isBlank()) {
                    try {
                        yield json.of(bytes).toPrettyString();
                    } catch (IllegalArgumentException e) {
                        // A broken file is shown as what it is: lines.
                        yield texts.configuration(text);
                    }
                }
                yield texts.configuration(text);
            }
        };
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
