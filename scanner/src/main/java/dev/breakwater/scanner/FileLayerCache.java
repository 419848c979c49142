package dev.breakwater.scanner;

import dev.breakwater.engine.model.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps layers in a folder that belongs to its user alone, up to a number of bytes; those not used for longest go first. */
public final class FileLayerCache implements LayerCache {

    private static final String ENDING = ".layer";

    private final Path folder;
    private final long most;

    /** @param most bytes to keep */
    public FileLayerCache(Path folder, long most) {
        this.folder = folder;
        this.most = most;
    }

    @Override
    public Optional<LayerContents> get(String diffId, String revision) {
        if (Digest.parse(diffId).isEmpty()) {
            return Optional.empty();
        }
        Path file = file(diffId, revision);
        try {
            Optional<LayerContents> contents = LayerCodec.ofBytes(Files.readAllBytes(file));
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return contents;
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public void put(LayerContents contents, String revision) {
        try {
            make();
            Path draft = Files.createTempFile(folder, "layer", ".draft");
            Files.write(draft, LayerCodec.toBytes(contents));
            Files.move(draft, file(contents.diffId(), revision), StandardCopyOption.ATOMIC_MOVE);
            sweep();
        } catch (IOException e) {
            // It is read again the next time.
        }
    }

    private void make() throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
    }

    private void sweep() throws IOException {
        record Kept(Path file, long size, FileTime used) {}
        List<Kept> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(ENDING))
                    .map(file -> new Kept(
                            file,
                            file.toFile().length(),
                            FileTime.fromMillis(file.toFile().lastModified())))
                    .sorted(Comparator.comparing(Kept::used))
                    .toList();
        }
        long bytes = files.stream().mapToLong(Kept::size).sum();
        for (Kept each : files) {
            if (bytes <= most) {
                break;
            }
            Files.deleteIfExists(each.file());
            bytes -= each.size();
        }
    }

    private Path file(String diffId, String revision) {
        return folder.resolve(diffId.replace(':', '-') + "@" + revision.replaceAll("[^A-Za-z0-9.-]", "_") + ENDING);
    }
}
