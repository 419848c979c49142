package dev.breakwater.scanner.source;

import dev.breakwater.scanner.ScanFailed;
import dev.breakwater.scanner.ScanFailed.Reason;
import dev.breakwater.scanner.layer.TarIndex;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;

/** A tar on disk whose entries are read in any order: its headers are read once, nothing is unpacked. */
final class TarFile implements Files {

    private final Path path;
    private final Map<String, TarIndex.Place> places;

    private TarFile(Path path, Map<String, TarIndex.Place> places) {
        this.path = path;
        this.places = places;
    }

    static TarFile open(Path path) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
                InputStream in = new BufferedInputStream(Channels.newInputStream(file))) {
            in.mark(4);
            byte[] head = in.readNBytes(2);
            in.reset();
            if (head.length == 2 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b) {
                throw new ScanFailed(Reason.UNSUPPORTED, path + " is compressed; unpack it with gzip -d first");
            }
            file.position(0);
            return new TarFile(path, TarIndex.of(file));
        } catch (NoSuchFileException e) {
            throw new ScanFailed(Reason.NOT_FOUND, "there is no " + path, e);
        }
    }

    @Override
    public Optional<Long> size(String name) {
        return Optional.ofNullable(place(name)).map(TarIndex.Place::size);
    }

    @Override
    public InputStream open(String name) throws IOException {
        TarIndex.Place place = place(name);
        if (place == null) {
            throw new ScanFailed(Reason.NOT_FOUND, "there is no " + name + " in " + path);
        }
        FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
        file.position(place.from());
        return new Part(Channels.newInputStream(file), place.size());
    }

    private TarIndex.@org.jspecify.annotations.Nullable Place place(String name) {
        TarIndex.Place place = places.get(name);
        // docker save of old writes a layer once and links to it.
        for (int i = 0; i < 4 && place != null && !place.linkTo().isEmpty(); i++) {
            place = places.get(place.linkTo());
        }
        return place == null || !place.linkTo().isEmpty() ? null : place;
    }

    /** The bytes of one entry. */
    private static final class Part extends FilterInputStream {

        private long left;

        Part(InputStream in, long size) {
            super(in);
            this.left = size;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int count = in.read(into, from, (int) Math.min(length, left));
            left -= Math.max(0, count);
            return count;
        }
    }
}
