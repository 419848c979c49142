package dev.breakwater.scanner.layer;

import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURLBuilder;
import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.image.OperatingSystem;
import dev.breakwater.engine.image.PackageType;
import org.jspecify.annotations.Nullable;

/**
 * Package URLs of a distribution's packages, which only the distribution completes (github.com/package-url/purl-spec, types deb, apk
 * and rpm).
 */
public final class SystemPurl {

    private SystemPurl() {}

    /** The same package with its package URL. */
    public static InstalledPackage of(InstalledPackage one, @Nullable OperatingSystem os) {
        return new InstalledPackage(
                one.name(),
                one.version(),
                one.arch(),
                one.type(),
                purl(one, os),
                one.sourcePackage(),
                one.sourceVersion(),
                one.path(),
                one.layer());
    }

    private static String purl(InstalledPackage one, @Nullable OperatingSystem os) {
        int colon = one.version().indexOf(':');
        boolean epoch = one.type() == PackageType.RPM && colon > 0;
        try {
            PackageURLBuilder purl = PackageURLBuilder.aPackageURL()
                    .withType(one.type().purlType())
                    .withName(one.name())
                    .withVersion(epoch ? one.version().substring(colon + 1) : one.version());
            if (os != null) {
                purl.withNamespace(os.id());
                purl.withQualifier("distro", os.version().isEmpty() ? os.id() : os.id() + "-" + os.version());
            }
            if (!one.arch().isEmpty()) {
                purl.withQualifier("arch", one.arch());
            }
            if (epoch) {
                purl.withQualifier("epoch", one.version().substring(0, colon));
            }
            String upstream = upstream(one);
            if (!upstream.isEmpty()) {
                purl.withQualifier("upstream", upstream);
            }
            return purl.build().canonicalize();
        } catch (MalformedPackageURLException e) {
            return "";
        }
    }

    private static String upstream(InstalledPackage one) {
        boolean sameName = one.sourcePackage().equals(one.name());
        boolean sameVersion =
                one.sourceVersion().isEmpty() || one.sourceVersion().equals(one.version());
        if (one.sourcePackage().isEmpty() || sameName && sameVersion) {
            return "";
        }
        return one.sourcePackage() + (sameVersion ? "" : "@" + one.sourceVersion());
    }
}
