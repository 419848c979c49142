package dev.breakwater.scanner.sbom;

import static dev.breakwater.scanner.structured.Structured.text;

import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.image.PackageType;
import dev.breakwater.scanner.PackageOfPurl;
import dev.breakwater.scanner.Purls;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The packages of a Trivy report; before its version 0.48 they had no package URL. */
final class TrivyPackages {

    private static final Map<String, PackageType> TYPES = Map.ofEntries(
            Map.entry("debian", PackageType.DEB),
            Map.entry("ubuntu", PackageType.DEB),
            Map.entry("alpine", PackageType.APK),
            Map.entry("wolfi", PackageType.APK),
            Map.entry("chainguard", PackageType.APK),
            Map.entry("redhat", PackageType.RPM),
            Map.entry("centos", PackageType.RPM),
            Map.entry("rocky", PackageType.RPM),
            Map.entry("alma", PackageType.RPM),
            Map.entry("amazon", PackageType.RPM),
            Map.entry("oracle", PackageType.RPM),
            Map.entry("fedora", PackageType.RPM),
            Map.entry("photon", PackageType.RPM),
            Map.entry("cbl-mariner", PackageType.RPM),
            Map.entry("azurelinux", PackageType.RPM),
            Map.entry("opensuse.leap", PackageType.RPM),
            Map.entry("opensuse-leap", PackageType.RPM),
            Map.entry("suse linux enterprise server", PackageType.RPM),
            Map.entry("sles", PackageType.RPM),
            Map.entry("jar", PackageType.MAVEN),
            Map.entry("pom", PackageType.MAVEN),
            Map.entry("gradle", PackageType.MAVEN),
            Map.entry("sbt", PackageType.MAVEN),
            Map.entry("npm", PackageType.NPM),
            Map.entry("yarn", PackageType.NPM),
            Map.entry("pnpm", PackageType.NPM),
            Map.entry("bun", PackageType.NPM),
            Map.entry("node-pkg", PackageType.NPM),
            Map.entry("pip", PackageType.PYPI),
            Map.entry("pipenv", PackageType.PYPI),
            Map.entry("poetry", PackageType.PYPI),
            Map.entry("uv", PackageType.PYPI),
            Map.entry("pylock", PackageType.PYPI),
            Map.entry("python-pkg", PackageType.PYPI),
            Map.entry("gobinary", PackageType.GOLANG),
            Map.entry("gomod", PackageType.GOLANG),
            Map.entry("bundler", PackageType.GEM),
            Map.entry("gemspec", PackageType.GEM),
            Map.entry("nuget", PackageType.NUGET),
            Map.entry("dotnet-core", PackageType.NUGET),
            Map.entry("packages-props", PackageType.NUGET),
            Map.entry("cargo", PackageType.CARGO),
            Map.entry("rustbinary", PackageType.CARGO),
            Map.entry("composer", PackageType.COMPOSER),
            Map.entry("composer-vendor", PackageType.COMPOSER),
            Map.entry("hex", PackageType.HEX),
            Map.entry("pub", PackageType.PUB),
            Map.entry("swift", PackageType.SWIFT),
            Map.entry("conan", PackageType.CONAN),
            Map.entry("cocoapods", PackageType.COCOAPODS),
            Map.entry("bitnami", PackageType.BITNAMI));

    private TrivyPackages() {}

    /** One of {@code Packages}; {@code null} for one without a name or version, such as the project itself. */
    static @Nullable InstalledPackage listed(JsonNode one, String type, String target) {
        String version = DistributionVersion.of(text(one, "Epoch"), text(one, "Version"), text(one, "Release"));
        if (text(one, "Name").isEmpty() || version.isEmpty()) {
            return null;
        }
        return installed(
                text(one, "Name"),
                version,
                text(one, "Arch"),
                text(one.path("Identifier"), "PURL"),
                type,
                text(one, "SrcName"),
                DistributionVersion.of(text(one, "SrcEpoch"), text(one, "SrcVersion"), text(one, "SrcRelease")),
                text(one, "FilePath").isEmpty() ? target : text(one, "FilePath"),
                text(one.path("Layer"), "DiffID"));
    }

    /** The package of one of {@code Vulnerabilities}, for reports that list no packages. */
    static InstalledPackage affected(JsonNode one, String type, String target) {
        return installed(
                text(one, "PkgName"),
                text(one, "InstalledVersion"),
                "",
                text(one.path("PkgIdentifier"), "PURL"),
                type,
                "",
                "",
                text(one, "PkgPath").isEmpty() ? target : text(one, "PkgPath"),
                text(one.path("Layer"), "DiffID"));
    }

    private static InstalledPackage installed(
            String name,
            String version,
            String arch,
            String purl,
            String trivyType,
            String source,
            String sourceVersion,
            String path,
            String layer) {
        Optional<InstalledPackage> ofPurl = PackageOfPurl.read(purl, name, version);
        PackageType type =
                ofPurl.map(InstalledPackage::type).orElse(TYPES.getOrDefault(trivyType, PackageType.GENERIC));
        String written = !purl.isEmpty()
                ? purl
                : type.isOfDistribution()
                        ? Purls.ofDistribution(type, null, name, version, arch, source, sourceVersion)
                        : Purls.of(type, name, version);
        return new InstalledPackage(
                name,
                version,
                arch.isEmpty() ? ofPurl.map(InstalledPackage::arch).orElse("") : arch,
                type,
                written,
                source,
                source.isEmpty() ? "" : sourceVersion,
                ComponentProperties.relative(path),
                layer);
    }
}
