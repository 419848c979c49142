package dev.breakwater.engine.image;

/**
 * One installed package.
 *
 * @param name as its package manager prints it; Maven: {@code group:artifact}; npm: with its {@code @scope/}
 * @param version as its package manager prints it: dpkg's {@code Version}, apk's version, rpm's
 *     {@code [epoch:]version-release} without an epoch of 0
 * @param arch such as {@code amd64}, empty = not said
 * @param purl its package URL, empty = none can be made
 * @param sourcePackage what it was built from, where a distribution says so, else empty
 * @param sourceVersion the version of the source package, else empty
 * @param path the file that told of it, without a leading slash
 * @param layer the digest (diff id) of the layer that brought it, empty = not known (an uploaded bill of materials)
 */
public record InstalledPackage(
        String name,
        String version,
        String arch,
        PackageType type,
        String purl,
        String sourcePackage,
        String sourceVersion,
        String path,
        String layer) {

    /** The same, brought by a layer. */
    public InstalledPackage in(String layerDigest) {
        return new InstalledPackage(name, version, arch, type, purl, sourcePackage, sourceVersion, path, layerDigest);
    }
}
