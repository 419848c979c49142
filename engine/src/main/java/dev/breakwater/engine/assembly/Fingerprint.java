package dev.breakwater.engine.assembly;

import dev.breakwater.engine.model.ImageScan;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over a tree of records. It walks all components, so that a fact added to the model is in the hash without anybody
 * thinking of it; the few that carry no meaning are named in {@link RecordReader}.
 */
final class Fingerprint {

    private static final int FIRST_SIZE = 16 * 1024;

    private byte[] bytes = new byte[FIRST_SIZE];
    private int length;

    private Fingerprint() {}

    static String of(Record facts) {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.write(facts);
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(fingerprint.bytes, 0, fingerprint.length);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Each value with its sort and its length before it, so that no two trees give the same bytes. */
    private void write(@Nullable Object value) {
        switch (value) {
            case null -> writeSort('0', 0);
            case String text -> writeText(text.getBytes(StandardCharsets.UTF_8));
            case ImageScan scan
            when !scan.fingerprint().isEmpty() -> writeText(scan.fingerprint().getBytes(StandardCharsets.UTF_8));
            case Record node -> {
                RecordReader reader = RecordReader.of(node.getClass());
                writeSort('R', reader.components().size());
                writeText(reader.name());
                for (Function<Object, @Nullable Object> component : reader.components()) {
                    write(component.apply(node));
                }
            }
            case List<?> list -> {
                writeSort('L', list.size());
                for (Object element : list) {
                    write(element);
                }
            }
            case Map<?, ?> map -> {
                writeSort('M', map.size());
                for (Map.Entry<?, ?> entry : sorted(map).entrySet()) {
                    write(entry.getKey());
                    write(entry.getValue());
                }
            }
            case Set<?> set -> write(set.stream().map(Object::toString).sorted().toList());
            default -> writeText(value.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Map<?, ?> sorted(Map<?, ?> map) {
        return map.size() < 2 ? map : new TreeMap<>(map);
    }

    private void writeText(byte[] text) {
        writeSort('T', text.length);
        reserve(text.length);
        System.arraycopy(text, 0, bytes, length, text.length);
        length += text.length;
    }

    private void writeSort(char sort, int size) {
        reserve(1 + Integer.BYTES);
        bytes[length++] = (byte) sort;
        bytes[length++] = (byte) (size >>> 24);
        bytes[length++] = (byte) (size >>> 16);
        bytes[length++] = (byte) (size >>> 8);
        bytes[length++] = (byte) size;
    }

    private void reserve(int more) {
        if (more > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, Math.addExact(length, Math.max(more, length)));
        }
    }
}
