package dev.breakwater.engine.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The policies that come with the product. Their ids never change; their texts and defaults may, with a release. */
public final class BuiltInPolicies {

    private static final List<String> FILES = List.of(
            "privileges",
            "host-access",
            "network",
            "access",
            "secrets",
            "vulnerabilities",
            "supply-chain",
            "operations",
            "runtime",
            "requests");

    private BuiltInPolicies() {}

    /** Those about workloads, in the order in which they are shown. */
    public static List<Policy> all() {
        return Holder.ALL;
    }

    /** Those about objects other than workloads, which are judged where manifests are checked. */
    public static List<Policy> ofObjects() {
        return Holder.OF_OBJECTS;
    }

    /** Read once, when first asked for. */
    private static final class Holder {
        static final List<Policy> ALL =
                FILES.stream().flatMap(file -> read(file).stream()).toList();
        static final List<Policy> OF_OBJECTS = read("objects");
    }

    private static List<Policy> read(String file) {
        String name = "policies/" + file + ".yaml";
        try (InputStream in = BuiltInPolicies.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + name);
            }
            return PolicyDocument.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
