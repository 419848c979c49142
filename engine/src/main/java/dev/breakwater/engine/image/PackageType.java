package dev.breakwater.engine.image;

import java.util.Arrays;
import java.util.Optional;

/** The sort of a package: who installs it and how its versions are ordered. */
public enum PackageType {
    DEB("deb"),
    APK("apk"),
    RPM("rpm"),
    MAVEN("maven"),
    NPM("npm"),
    PYPI("pypi"),
    GOLANG("golang"),
    GEM("gem"),
    NUGET("nuget"),
    CARGO("cargo"),
    COMPOSER("composer"),
    HEX("hex"),
    PUB("pub"),
    SWIFT("swift"),
    CONAN("conan"),
    COCOAPODS("cocoapods"),
    CRAN("cran"),
    HACKAGE("hackage"),
    /** What Bitnami's images carry beside their distribution. */
    BITNAMI("bitnami"),
    /** Of which no package manager knows: a runtime that was copied in, an entry of a foreign bill of materials. */
    GENERIC("generic");

    private final String purlType;

    PackageType(String purlType) {
        this.purlType = purlType;
    }

    /** The type in a package URL (github.com/package-url/purl-spec). */
    public String purlType() {
        return purlType;
    }

    /** Whether it came with the distribution, whose advisories speak of source packages. */
    public boolean isOfDistribution() {
        return this == DEB || this == APK || this == RPM;
    }

    /** The sort that a package URL's type names; empty for one that we do not know. */
    public static Optional<PackageType> ofPurlType(String type) {
        return Arrays.stream(values()).filter(one -> one.purlType.equals(type)).findFirst();
    }
}
