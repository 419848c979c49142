package dev.breakwater.central.platform;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Where a page ended: the sort keys of its last row, bound to the filter and order that they belong to. Opaque to
 * readers; not secret, since it holds nothing that the page did not show, and every use is filtered by scope again. Each
 * key is encoded by itself: names come from clusters and may hold any character that a separator could be made of.
 */
final class PageToken {

    /** Room for one name of the greatest length that a sensor may send, in any script. */
    private static final int MAX_LENGTH = 24_000;

    private static final String SEPARATOR = ".";

    private PageToken() {}

    static String of(String list, String q, String sort, List<String> keys) {
        StringBuilder token = new StringBuilder(binding(list, q, sort));
        keys.forEach(key -> token.append(SEPARATOR).append(encoded(key)));
        return token.toString();
    }

    static List<String> read(String token, String list, String q, String sort, int keys) {
        if (token.length() > MAX_LENGTH) {
            throw refused(token);
        }
        String[] parts = token.split("\\.", -1);
        if (parts.length != keys + 1 || !parts[0].equals(binding(list, q, sort))) {
            throw refused(token);
        }
        List<String> decoded = new ArrayList<>(keys);
        for (int i = 1; i < parts.length; i++) {
            decoded.add(decoded(parts[i], token));
        }
        return decoded;
    }

    private static String encoded(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String part, String token) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(part);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw refused(token);
        }
    }

    private static String binding(String list, String q, String sort) {
        CRC32 crc = new CRC32();
        crc.update((list + '\0' + q + '\0' + sort).getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }

    private static InvalidRequest refused(String token) {
        return new InvalidRequest("pageToken", token, "the nextPageToken of a page with the same q and sort");
    }
}
