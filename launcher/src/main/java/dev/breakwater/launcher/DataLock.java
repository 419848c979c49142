package dev.breakwater.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * One launcher at a time on a data folder: what runs on it is stopped at the start as a leftover, and must not be somebody
 * else's. The operating system takes the lock away with the process, however that ends.
 */
final class DataLock implements AutoCloseable {

    private final FileChannel file;

    private DataLock(FileChannel file) {
        this.file = file;
    }

    /** @throws StartFailed if another launcher runs on this folder */
    static DataLock on(Path data) throws IOException {
        FileChannel file =
                FileChannel.open(data.resolve("launcher.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock lock = file.tryLock();
        if (lock == null) {
            file.close();
            throw new StartFailed("Breakwater is running on " + data
                    + " already; stop it first, or set BREAKWATER_DATA_DIR to another folder");
        }
        return new DataLock(file);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
