package dev.breakwater.feeds.document;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;

/**
 * The documents of a file or folder, told by its first bytes, not by its name: zip, tar (plain, gzip, zstd), a folder, or a single
 * document (plain, gzip, zstd). Nothing is unpacked to disk, and symbolic links are not followed.
 */
public final class FeedWalk {

    private static final int HEAD = 512;

    private final FeedBounds bounds;
    private final FeedDocument.Visitor visitor;
    private int documents;
    private long unpacked;

    private FeedWalk(FeedBounds bounds, FeedDocument.Visitor visitor) {
        this.bounds = bounds;
        this.visitor = visitor;
    }

    /**
     * Shows a visitor each document.
     *
     * @throws MalformedDocument if the archive is damaged or larger than the bounds; what came before was visited
     */
    public static void of(Path feed, FeedBounds bounds, FeedDocument.Visitor visitor) throws IOException {
        FeedWalk walk = new FeedWalk(bounds, visitor);
        if (Files.isDirectory(feed)) {
            walk.folder(feed);
        } else {
            walk.file(feed.getFileName().toString(), feed);
        }
    }

    private void folder(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(one -> Files.isRegularFile(one, LinkOption.NOFOLLOW_LINKS))
                    .filter(one -> !isHidden(folder.relativize(one)))
                    .limit(bounds.documents() + 1L)
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            file(folder.relativize(file).toString(), file);
        }
    }

    private static boolean isHidden(Path path) {
        for (Path part : path) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private void file(String name, Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            stream(name, in, true);
        }
    }

    private void stream(String name, InputStream in, boolean mayBePacked) throws IOException {
        byte[] head = head(in);
        if (mayBePacked && startsWith(head, 0x1f, 0x8b)) {
            inner(name, new GZIPInputStream(in, 1 << 16));
        } else if (mayBePacked && startsWith(head, 0x28, 0xb5, 0x2f, 0xfd)) {
            inner(name, new ZstdInputStream(in));
        } else if (startsWith(head, 'P', 'K', 3, 4) || startsWith(head, 'P', 'K', 5, 6)) {
            zip(in);
        } else if (isTar(head)) {
            tar(in);
        } else {
            document(name, in);
        }
    }

    private void inner(String name, InputStream unpacked) throws IOException {
        int dot = name.lastIndexOf('.');
        try (InputStream in = new BufferedInputStream(unpacked, 1 << 16)) {
            stream(dot > 0 ? name.substring(0, dot) : name, in, false);
        }
    }

    private void zip(InputStream in) throws IOException {
        ZipArchiveInputStream zip = new ZipArchiveInputStream(in);
        for (ZipArchiveEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.isDirectory()) {
                continue;
            }
            if (!zip.canReadEntryData(entry)) {
                visitor.unreadable(entry.getName(), "is packed or encrypted in a way that is not read");
                continue;
            }
            document(entry.getName(), zip);
        }
    }

    private void tar(InputStream in) throws IOException {
        TarArchiveInputStream tar = new TarArchiveInputStream(in);
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            if (entry.isFile()) {
                document(entry.getName(), tar);
            }
        }
    }

    private void document(String name, InputStream in) throws IOException {
        documents++;
        if (documents > bounds.documents()) {
            throw new MalformedDocument("has more than " + bounds.documents() + " documents");
        }
        CountedStream counted = new CountedStream(new BoundedStream(
                in, bounds.unpacked() - unpacked, "unpacks to more than " + bounds.unpacked() + " bytes"));
        visitor.visit(new FeedDocument(name, counted));
        unpacked += counted.count();
    }

    private static byte[] head(InputStream in) throws IOException {
        in.mark(HEAD);
        byte[] head = in.readNBytes(HEAD);
        in.reset();
        return head;
    }

    private static boolean startsWith(byte[] head, int... magic) {
        if (head.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((head[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isTar(byte[] head) {
        return head.length >= 262 && Arrays.equals(head, 257, 262, new byte[] {'u', 's', 't', 'a', 'r'}, 0, 5);
    }
}
