package dev.breakwater.scanner;

import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURL;
import dev.breakwater.engine.image.OperatingSystem;
import dev.breakwater.engine.image.PackageType;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Package URLs (github.com/package-url/purl-spec) as this scanner writes and reads them. */
public final class Purls {

    private Purls() {}

    /**
     * The package URL of a package that came with no distribution.
     *
     * @param name as {@link dev.breakwater.engine.image.InstalledPackage#name()} spells it
     * @return empty if the name cannot stand in one
     */
    public static String of(PackageType type, String name, String version) {
        String spelled = type == PackageType.PYPI ? pep503(name) : name;
        int cut = switch (type) {
            case MAVEN -> spelled.indexOf(':');
            case NPM, GOLANG, COMPOSER, SWIFT, HEX -> spelled.lastIndexOf('/');
            default -> -1;
        };
        String namespace = cut < 0 ? null : spelled.substring(0, cut);
        return written(type.purlType(), namespace, spelled.substring(cut + 1), version, new TreeMap<>(), null);
    }

    /**
     * The package URL of a distribution's package: with {@code arch}, {@code distro} ({@code debian-12}), of rpm the
     * {@code epoch}, and {@code upstream} where it was built from a source package of another name or version.
     *
     * @param type one that {@link PackageType#isOfDistribution()}
     * @param os {@code null} = not known
     * @param version as the package manager prints it, of rpm with its epoch if that is not 0
     * @param sourcePackage empty = of its own name
     * @param sourceVersion empty = of its own version
     * @return empty if the name cannot stand in one
     */
    public static String ofDistribution(
            PackageType type,
            @Nullable OperatingSystem os,
            String name,
            String version,
            String arch,
            String sourcePackage,
            String sourceVersion) {
        TreeMap<String, String> qualifiers = new TreeMap<>();
        putIfSaid(qualifiers, "arch", arch);
        if (os != null) {
            putIfSaid(qualifiers, "distro", os.version().isEmpty() ? os.id() : os.id() + "-" + os.version());
        }
        boolean otherName = !sourcePackage.isEmpty() && !sourcePackage.equals(name);
        boolean otherVersion = !sourceVersion.isEmpty() && !sourceVersion.equals(version);
        if (otherName || otherVersion) {
            String source = sourcePackage.isEmpty() ? name : sourcePackage;
            putIfSaid(qualifiers, "upstream", otherVersion ? source + "@" + sourceVersion : source);
        }
        String shown = version;
        int colon = version.indexOf(':');
        if (type == PackageType.RPM && colon > 0) {
            qualifiers.put("epoch", version.substring(0, colon));
            shown = version.substring(colon + 1);
        }
        return written(type.purlType(), os == null ? null : namespace(os.id()), name, shown, qualifiers, null);
    }

    /** A package URL of any type, qualifiers as given; empty if it cannot be written. */
    static String written(
            String type,
            @Nullable String namespace,
            String name,
            String version,
            TreeMap<String, String> qualifiers,
            @Nullable String subpath) {
        try {
            return new PackageURL(
                            type,
                            namespace,
                            name,
                            version.isEmpty() ? null : version,
                            qualifiers.isEmpty() ? null : qualifiers,
                            subpath)
                    .canonicalize();
        } catch (MalformedPackageURLException | RuntimeException unspeakable) {
            return "";
        }
    }

    /** A package URL that somebody wrote; empty if it is none. */
    public static Optional<PackageURL> parsed(@Nullable String text) {
        if (text == null || text.length() > 4096) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PackageURL(text));
        } catch (MalformedPackageURLException | RuntimeException none) {
            return Optional.empty();
        }
    }

    /** The one spelling of a Python package's name (PEP 503): lower case, runs of {@code -_.} as one hyphen. */
    public static String pep503(String name) {
        StringBuilder spelled = new StringBuilder(name.length());
        boolean gap = false;
        for (char each : name.toLowerCase(Locale.ROOT).toCharArray()) {
            if (each == '-' || each == '_' || each == '.') {
                gap = true;
                continue;
            }
            if (gap && !spelled.isEmpty()) {
                spelled.append('-');
            }
            gap = false;
            spelled.append(each);
        }
        return spelled.toString();
    }

    /** Whose packages they are, where the purl specification's word is not the {@code ID} of os-release. */
    private static String namespace(String id) {
        return switch (id) {
            case "rhel" -> "redhat";
            case "sles", "sled", "sles_sap", "suse" -> "suse";
            default -> id.startsWith("opensuse") ? "opensuse" : id;
        };
    }

    private static void putIfSaid(TreeMap<String, String> qualifiers, String key, String value) {
        if (!value.isEmpty()) {
            qualifiers.put(key, value);
        }
    }
}
