package dev.breakwater.scanner.sbom;

import dev.breakwater.engine.image.InstalledPackage;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a package URL cannot say of a package, as properties of a component; ours, and those of Trivy and Syft. */
final class ComponentProperties {

    static final String PATH = "breakwater:path";
    static final String LAYER = "breakwater:layer";
    static final String ARCH = "breakwater:arch";
    static final String SOURCE_NAME = "breakwater:source:name";
    static final String SOURCE_VERSION = "breakwater:source:version";

    private ComponentProperties() {}

    /** Ours of a package, only those that say something. */
    static Map<String, String> of(InstalledPackage one) {
        Map<String, String> properties = new LinkedHashMap<>();
        put(properties, PATH, one.path());
        put(properties, LAYER, one.layer());
        put(properties, ARCH, one.arch());
        put(properties, SOURCE_NAME, one.sourcePackage());
        put(properties, SOURCE_VERSION, one.sourceVersion());
        return properties;
    }

    /** The package with what the properties add to it. */
    static InstalledPackage applied(Map<String, String> properties, InstalledPackage one) {
        return new InstalledPackage(
                one.name(),
                one.version(),
                first(properties, one.arch(), ARCH),
                one.type(),
                one.purl(),
                first(properties, one.sourcePackage(), SOURCE_NAME, "aquasecurity:trivy:SrcName"),
                sourceVersion(properties, one.sourceVersion()),
                relative(first(properties, one.path(), PATH, "aquasecurity:trivy:FilePath", "syft:location:0:path")),
                first(properties, one.layer(), LAYER, "aquasecurity:trivy:LayerDiffID", "syft:location:0:layerID"));
    }

    private static String sourceVersion(Map<String, String> properties, String fallback) {
        String own = first(properties, "", SOURCE_VERSION);
        String trivy = properties.getOrDefault("aquasecurity:trivy:SrcVersion", "");
        if (!own.isEmpty() || trivy.isEmpty()) {
            return own.isEmpty() ? fallback : own;
        }
        return DistributionVersion.of(
                properties.getOrDefault("aquasecurity:trivy:SrcEpoch", ""),
                trivy,
                properties.getOrDefault("aquasecurity:trivy:SrcRelease", ""));
    }

    private static String first(Map<String, String> properties, String fallback, String... names) {
        for (String name : names) {
            String value = properties.getOrDefault(name, "");
            if (!value.isEmpty()) {
                return value;
            }
        }
        return fallback;
    }

    static String relative(String path) {
        return path.startsWith("/") ? path.substring(1) : path;
    }

    private static void put(Map<String, String> properties, String name, String value) {
        if (!value.isEmpty()) {
            properties.put(name, value);
        }
    }
}
