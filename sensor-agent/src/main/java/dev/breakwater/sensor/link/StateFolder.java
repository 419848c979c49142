package dev.breakwater.sensor.link;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/** The folder that a sensor keeps its key and certificate in, for its owner's eyes only. A file is replaced whole or not at all. */
public final class StateFolder {

    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private final Path folder;
    private final boolean posix;

    private StateFolder(Path folder) {
        this.folder = folder;
        this.posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /**
     * Opens the folder, made if it is not there.
     *
     * @throws IOException if it cannot be made or is not writable
     */
    public static StateFolder open(Path folder) throws IOException {
        StateFolder state = new StateFolder(folder.toAbsolutePath());
        Files.createDirectories(state.folder);
        if (state.posix) {
            Files.setPosixFilePermissions(state.folder, FOLDER);
        }
        if (!Files.isWritable(state.folder)) {
            throw new IOException("the state folder " + folder + " is not writable");
        }
        return state;
    }

    /** The content of a file, empty if there is none. */
    public Optional<byte[]> read(String name) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(folder.resolve(name)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Replaces a file; it is on the disk when this returns. */
    public void write(String name, byte[] content) throws IOException {
        Path partial = folder.resolve(name + ".partial");
        Files.deleteIfExists(partial);
        FileAttribute<?>[] attributes =
                posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(FILE)} : new FileAttribute<?>[0];
        try (FileChannel channel = FileChannel.open(
                partial, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
        Files.move(partial, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Forgets a file. */
    public void delete(String name) throws IOException {
        Files.deleteIfExists(folder.resolve(name));
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
