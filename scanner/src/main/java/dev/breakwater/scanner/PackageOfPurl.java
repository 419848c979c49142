package dev.breakwater.scanner;

import com.github.packageurl.PackageURL;
import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.image.OperatingSystem;
import dev.breakwater.engine.image.PackageType;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A package of which somebody gives the package URL, spelled as our own readers spell it. */
public final class PackageOfPurl {

    private PackageOfPurl() {}

    /**
     * The package.
     *
     * @param purl as written by its author; kept so
     * @param saidName the name beside it, empty = none; stands where it differs from the URL's by case alone, which a URL loses
     * @param saidVersion the version beside it, for a URL without one
     * @return empty if the text is no package URL
     */
    public static Optional<InstalledPackage> read(String purl, String saidName, String saidVersion) {
        return Purls.parsed(purl).map(url -> {
            PackageType type = PackageType.ofPurlType(url.getType()).orElse(PackageType.GENERIC);
            Map<String, String> qualifiers = url.getQualifiers() == null ? Map.of() : url.getQualifiers();
            String version = url.getVersion() == null ? saidVersion : url.getVersion();
            String epoch = qualifiers.getOrDefault("epoch", "0");
            if (type == PackageType.RPM && !epoch.equals("0") && !version.contains(":")) {
                version = epoch + ":" + version;
            }
            String name = name(type, url);
            String upstream = type.isOfDistribution() ? qualifiers.getOrDefault("upstream", "") : "";
            int at = upstream.indexOf('@');
            return new InstalledPackage(
                    isSameButCase(type, name, saidName) ? saidName : name,
                    version,
                    qualifiers.getOrDefault("arch", ""),
                    type,
                    purl,
                    source(type, at < 0 ? upstream : upstream.substring(0, at)),
                    at < 0 ? sourceVersion(type, upstream) : upstream.substring(at + 1),
                    "",
                    "");
        });
    }

    /** The distribution that the qualifier {@code distro} of a package URL names ({@code debian-12}); {@code null} = none. */
    public static @Nullable OperatingSystem distribution(String purl) {
        return Purls.parsed(purl)
                .filter(url ->
                        url.getQualifiers() != null && url.getQualifiers().containsKey("distro"))
                .map(url -> distribution(url.getNamespace(), url.getQualifiers().get("distro")))
                .orElse(null);
    }

    private static @Nullable OperatingSystem distribution(@Nullable String namespace, String distro) {
        String said = distro.toLowerCase(Locale.ROOT);
        int cut = said.lastIndexOf('-');
        if (cut > 0 && cut + 1 < said.length() && Character.isDigit(said.charAt(cut + 1))) {
            return new OperatingSystem(said.substring(0, cut), said.substring(cut + 1), "", distro);
        }
        String id = namespace == null ? "" : namespace.equals("redhat") ? "rhel" : namespace;
        if (said.equals(id) || id.isEmpty()) {
            return new OperatingSystem(said, "", "", distro);
        }
        // "bookworm", or a bare version
        boolean isVersion = Character.isDigit(said.charAt(0));
        return new OperatingSystem(id, isVersion ? said : "", isVersion ? "" : said, distro);
    }

    private static String name(PackageType type, PackageURL url) {
        String namespace = url.getNamespace();
        if (namespace == null || namespace.isEmpty()) {
            return url.getName();
        }
        return switch (type) {
            case MAVEN -> namespace + ":" + url.getName();
            case NPM, GOLANG, COMPOSER, SWIFT, HEX, GENERIC -> namespace + "/" + url.getName();
            default -> url.getName();
        };
    }

    private static boolean isSameButCase(PackageType type, String name, String said) {
        return type == PackageType.PYPI ? Purls.pep503(said).equals(Purls.pep503(name)) : said.equalsIgnoreCase(name);
    }

    /** Some writers name the file of the source package: {@code glibc-2.28-225.el8.src.rpm}. */
    private static String source(PackageType type, String upstream) {
        return type == PackageType.RPM && upstream.endsWith(".src.rpm")
                ? upstream.replaceFirst("-[^-]+-[^-]+\\.src\\.rpm$", "")
                : upstream;
    }

    private static String sourceVersion(PackageType type, String upstream) {
        if (type != PackageType.RPM || !upstream.endsWith(".src.rpm")) {
            return "";
        }
        String name = source(type, upstream);
        int from = name.length() + 1;
        int to = upstream.length() - ".src.rpm".length();
        return from < to ? upstream.substring(from, to) : "";
    }
}
