package dev.breakwater.scanner.layer;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** How paths of archives are written: without a leading slash, without empty parts and single dots. */
public final class Paths {

    private Paths() {}

    /** A name as bytes; what is no UTF-8 is taken byte for byte, so that two names never become one. */
    static String text(byte[] bytes, int from, int length) {
        boolean ascii = true;
        for (int i = from; i < from + length && ascii; i++) {
            ascii = bytes[i] >= 0;
        }
        if (ascii) {
            return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, length))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
        }
    }

    /** Normalised; empty if it leads out of where it starts. The root itself is the empty path. */
    public static Optional<String> normal(String path) {
        if (isNormal(path)) {
            return Optional.of(path);
        }
        StringBuilder normal = new StringBuilder(path.length());
        for (String part : path.split("/")) {
            if (part.equals("..")) {
                return Optional.empty();
            }
            if (!part.isEmpty() && !part.equals(".")) {
                normal.append(normal.isEmpty() ? "" : "/").append(part);
            }
        }
        return Optional.of(normal.toString());
    }

    /** Where a symbolic link leads, as if its image were the whole file system: beyond the root is the root. */
    public static String target(String link, String text) {
        Deque<String> parts = new ArrayDeque<>();
        if (!text.startsWith("/")) {
            int slash = link.lastIndexOf('/');
            walk(parts, slash < 0 ? "" : link.substring(0, slash));
        }
        walk(parts, text);
        return String.join("/", parts);
    }

    private static void walk(Deque<String> parts, String path) {
        for (String part : path.split("/")) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
    }

    private static boolean isNormal(String path) {
        int start = 0;
        int length = path.length();
        if (length == 0) {
            return true;
        }
        while (start <= length) {
            int end = path.indexOf('/', start);
            end = end < 0 ? length : end;
            int size = end - start;
            if (size == 0 || path.charAt(start) == '.' && (size == 1 || size == 2 && path.charAt(start + 1) == '.')) {
                return false;
            }
            start = end + 1;
        }
        return true;
    }

    /** How many parts a normalised path has. */
    static int depth(String path) {
        int depth = 1;
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            depth++;
        }
        return depth;
    }
}
