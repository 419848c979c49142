package dev.breakwater.central.images.internal.contents;

import dev.breakwater.central.images.ImageBills;
import dev.breakwater.central.images.ImageReport;
import dev.breakwater.central.images.ImageReports;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.engine.image.ImageContents;
import dev.breakwater.scanner.sbom.BillFormat;
import dev.breakwater.scanner.sbom.BillWriter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Service;

/** Writes bills of what was found inside. */
@Service
class WrittenBills implements ImageBills {

    private static final int LONGEST_NAME = 12;

    private final ImageReports reports;
    private final String version;

    WrittenBills(ImageReports reports, ObjectProvider<BuildProperties> build) {
        BuildProperties properties = build.getIfAvailable();
        String ofJar = WrittenBills.class.getPackage().getImplementationVersion();
        String built = properties == null ? ofJar : properties.getVersion();
        this.version = built == null ? "development" : built;
        this.reports = reports;
    }

    @Override
    public Bill of(String image, BillFormat format, AccessScope scope) {
        ImageReport.Scan scan = reports.get(image, scope).scan();
        if (scan == null) {
            throw new NotFound("content of image", image);
        }
        ImageContents contents = reports.contents(image, scope);
        String name = contents.digest().substring(contents.digest().indexOf(':') + 1);
        return new Bill(
                name.substring(0, Math.min(LONGEST_NAME, name.length())) + format.ending(),
                format.mediaType(),
                to -> BillWriter.write(format, contents, scan.scannedAt(), "breakwater", version, to));
    }
}
