package dev.breakwater.scanner;

import dev.breakwater.engine.image.FoundFile;
import dev.breakwater.engine.image.FoundSecret;
import dev.breakwater.engine.image.ImageContents.Unread;
import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.image.OperatingSystem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one layer brings and takes away, by itself: the same in every image that has it. Several of them, bottom first, make the
 * contents of an image.
 *
 * @param diffId the digest of its uncompressed tar
 * @param entries how many entries the tar has
 * @param bytes of the tar
 * @param files those in which something was found
 * @param written all paths that are not folders: what was there before is not any more
 * @param removed paths that a whiteout takes away, with all beneath
 * @param opaque folders of which nothing of the layers below is left
 * @param links symbolic links that stand for folders of the distribution, such as {@code lib} for {@code usr/lib}
 * @param unread what could not be read; {@code where} is a path, or empty for the layer as a whole
 */
public record LayerContents(
        String diffId,
        long entries,
        long bytes,
        List<LayerFile> files,
        PathSet written,
        PathSet removed,
        PathSet opaque,
        List<LayerLink> links,
        List<Unread> unread) {

    /**
     * A file in which something was found. Layers in the findings are empty: they are told when layers are put together.
     *
     * @param path normalised, without a leading slash
     * @param alsoAt hard links to it in the same layer
     * @param os what it says the distribution is, {@code null} = it says nothing of that
     */
    public record LayerFile(
            String path,
            List<String> alsoAt,
            List<InstalledPackage> packages,
            List<FoundSecret> secrets,
            List<FoundFile> found,
            @Nullable OperatingSystem os) {

        public LayerFile {
            alsoAt = List.copyOf(alsoAt);
            packages = List.copyOf(packages);
            secrets = List.copyOf(secrets);
            found = List.copyOf(found);
        }
    }

    /** A symbolic link from one path to another, both normalised. */
    public record LayerLink(String path, String target) {}

    public LayerContents {
        files = List.copyOf(files);
        links = List.copyOf(links);
        unread = List.copyOf(unread);
    }
}
