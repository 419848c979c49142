package dev.breakwater.scanner.source;

import dev.breakwater.scanner.ImageSource;
import dev.breakwater.scanner.Platform;
import dev.breakwater.scanner.ScanFailed;
import dev.breakwater.scanner.ScanFailed.Reason;
import dev.breakwater.scanner.ScanLimits;
import java.io.IOException;

/** Images that are files. */
public final class ImageFiles {

    private ImageFiles() {}

    /** The image in a folder. */
    public static LocatedImage resolve(ImageSource.Layout layout, Platform platform, ScanLimits limits)
            throws IOException {
        if (!java.nio.file.Files.isDirectory(layout.folder())) {
            throw new ScanFailed(Reason.NOT_FOUND, "there is no folder " + layout.folder());
        }
        return new ImageResolver(new OciLayout(new Folder(layout.folder())), platform, limits)
                .resolve(layout.reference());
    }

    /** The image in an archive; of one that is both an OCI layout and a docker archive, the layout, which has digests. */
    public static LocatedImage resolve(ImageSource.Archive archive, Platform platform, ScanLimits limits)
            throws IOException {
        TarFile tar = TarFile.open(archive.file());
        if (OciLayout.is(tar)) {
            return new ImageResolver(new OciLayout(tar), platform, limits).resolve(archive.reference());
        }
        if (DockerArchive.is(tar)) {
            return new DockerArchive(tar, limits).resolve(archive.reference());
        }
        throw new ScanFailed(
                Reason.UNSUPPORTED,
                archive.file() + " holds no image: there is neither an index.json (OCI layout) nor a manifest.json"
                        + " (docker save)");
    }
}
