package dev.breakwater.central.platform;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Where a page ended: the sort keys of its last row, bound to the filter and order that they belong to. Opaque to
 * readers; not secret, since it holds nothing that the page did not show, and every use is filtered by scope again.
 */
final class PageToken {

    private static final String SEPARATOR = "\u001f";
    private static final int MAX_LENGTH = 4000;

    private PageToken() {}

    static String of(String list, String q, String sort, List<String> keys) {
        String text = binding(list, q, sort) + SEPARATOR + String.join(SEPARATOR, keys);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static List<String> read(String token, String list, String q, String sort, int keys) {
        if (token.length() > MAX_LENGTH) {
            throw refused(token);
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            String[] parts = text.split(SEPARATOR, -1);
            if (parts.length != keys + 1 || !parts[0].equals(binding(list, q, sort))) {
                throw refused(token);
            }
            return List.of(parts).subList(1, parts.length);
        } catch (IllegalArgumentException e) {
            throw refused(token);
        }
    }

    private static String binding(String list, String q, String sort) {
        CRC32 crc = new CRC32();
        crc.update((list + SEPARATOR + q + SEPARATOR + sort).getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }

    private static InvalidRequest refused(String token) {
        return new InvalidRequest("pageToken", token, "the nextPageToken of a page with the same q and sort");
    }
}
