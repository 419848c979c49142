package dev.breakwater.scanner.layer;

import dev.breakwater.scanner.ScanFailed;
import dev.breakwater.scanner.ScanFailed.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where the entries of a tar on disk are. */
public final class TarIndex {

    private static final int MOST = 100_000;

    /**
     * An entry.
     *
     * @param from where its content begins, bytes
     * @param linkTo the path that it stands for, empty = it has content
     */
    public record Place(long from, long size, String linkTo) {}

    private TarIndex() {}

    /** All files and links of an archive, by normalised path. */
    public static Map<String, Place> of(FileChannel file) throws IOException {
        Map<String, Place> places = new HashMap<>();
        Seeking in = new Seeking(file);
        TarReader tar = new TarReader(in);
        for (TarEntry entry = tar.next(); entry != null; entry = tar.next()) {
            Optional<String> path = Paths.normal(entry.name());
            if (path.isEmpty() || path.get().length() > 1024) {
                continue;
            }
            if (places.size() >= MOST) {
                throw new ScanFailed(Reason.TOO_LARGE, "the archive has more than " + MOST + " entries");
            }
            switch (entry.type()) {
                case FILE -> {
                    if (in.position() + entry.size() > file.size()) {
                        throw new ScanFailed(Reason.DAMAGED, "the archive is truncated within " + path.get());
                    }
                    places.put(path.get(), new Place(in.position(), entry.size(), ""));
                }
                case SYMBOLIC_LINK -> places.put(path.get(), new Place(0, 0, Paths.target(path.get(), entry.target())));
                case HARD_LINK ->
                    Paths.normal(entry.target()).ifPresent(target -> places.put(path.get(), new Place(0, 0, target)));
                default -> {
                    // Folders are known by what is in them.
                }
            }
        }
        return places;
    }

    /** Reads headers, jumps over contents. */
    private static final class Seeking extends InputStream {

        private final FileChannel file;
        private final ByteBuffer buffer = ByteBuffer.allocate(8192).limit(0);

        Seeking(FileChannel file) {
            this.file = file;
        }

        /** Where the next byte stands. */
        long position() throws IOException {
            return file.position() - buffer.remaining();
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (!buffer.hasRemaining()) {
                buffer.clear();
                int count = file.read(buffer);
                buffer.flip();
                if (count < 0) {
                    return -1;
                }
            }
            int count = Math.min(length, buffer.remaining());
            buffer.get(into, from, count);
            return count;
        }

        @Override
        public long skip(long count) throws IOException {
            long to = Math.min(position() + count, file.size());
            long skipped = to - position();
            if (skipped <= buffer.remaining()) {
                buffer.position(buffer.position() + (int) skipped);
            } else {
                buffer.limit(0);
                file.position(to);
            }
            return skipped;
        }
    }
}
