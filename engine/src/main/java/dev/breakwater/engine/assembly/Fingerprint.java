package dev.breakwater.engine.assembly;

import dev.breakwater.engine.model.ObjectMeta;
import dev.breakwater.engine.model.Workload;
import dev.breakwater.engine.model.WorkloadSpec;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over a tree of records. It walks the components by reflection, so that a fact added to the model is in the hash
 * without anybody thinking of it; the few that carry no meaning are named here.
 */
final class Fingerprint {

    private static final ClassValue<RecordComponent[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
            return type.getRecordComponents();
        }
    };

    private final DataOutputStream out;

    private Fingerprint(MessageDigest digest) {
        this.out = new DataOutputStream(
                new BufferedOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest)));
    }

    static String of(Workload workload) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Fingerprint fingerprint = new Fingerprint(digest);
            fingerprint.write(workload);
            fingerprint.out.flush();
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        } catch (IOException e) {
            throw new UncheckedIOException("a stream to nowhere does not fail", e);
        }
    }

    /** Each value with its sort and its length before it, so that no two trees give the same bytes. */
    private void write(@Nullable Object value) throws IOException {
        switch (value) {
            case null -> out.writeByte('0');
            case Record node -> writeRecord(node);
            case List<?> list -> {
                out.writeByte('L');
                out.writeInt(list.size());
                for (Object element : list) {
                    write(element);
                }
            }
            case Map<?, ?> map -> {
                out.writeByte('M');
                out.writeInt(map.size());
                for (Map.Entry<?, ?> entry : new TreeMap<>(map).entrySet()) {
                    write(entry.getKey());
                    write(entry.getValue());
                }
            }
            case Set<?> set -> write(set.stream().map(Object::toString).sorted().toList());
            default -> writeText(value.toString());
        }
    }

    private void writeText(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeByte('T');
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private void writeRecord(Record node) throws IOException {
        out.writeByte('R');
        writeText(node.getClass().getName());
        for (RecordComponent component : COMPONENTS.get(node.getClass())) {
            if (hasMeaning(node, component.getName())) {
                write(valueOf(component, node));
            }
        }
    }

    private static boolean hasMeaning(Record node, String component) {
        return switch (node) {
            case ObjectMeta _ -> !component.equals("uid");
            case WorkloadSpec _ -> !component.equals("generation");
            default -> true;
        };
    }

    private static @Nullable Object valueOf(RecordComponent component, Record node) {
        try {
            return component.getAccessor().invoke(node);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the model's records are public: " + component, e);
        }
    }
}
