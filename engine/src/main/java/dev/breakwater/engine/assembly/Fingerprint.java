package dev.breakwater.engine.assembly;

import dev.breakwater.engine.model.ImageScan;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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

    /** Most workloads fit in at once, and images do not grow it: what is full goes into the hash. */
    private static final int AT_ONCE = 4 * 1024;

    private final MessageDigest digest = sha256();
    private final byte[] bytes = new byte[AT_ONCE];
    private int length;

    private Fingerprint() {}

    static String of(Record facts) {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.write(facts);
        fingerprint.flush();
        return HexFormat.of().formatHex(fingerprint.digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
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
        if (text.length > bytes.length - length) {
            flush();
        }
        if (text.length > bytes.length) {
            digest.update(text);
            return;
        }
        System.arraycopy(text, 0, bytes, length, text.length);
        length += text.length;
    }

    private void writeSort(char sort, int size) {
        if (1 + Integer.BYTES > bytes.length - length) {
            flush();
        }
        bytes[length++] = (byte) sort;
        bytes[length++] = (byte) (size >>> 24);
        bytes[length++] = (byte) (size >>> 16);
        bytes[length++] = (byte) (size >>> 8);
        bytes[length++] = (byte) size;
    }

    private void flush() {
        digest.update(bytes, 0, length);
        length = 0;
    }
}
