package dev.breakwater.central.images.internal.contents;

import com.github.luben.zstd.Zstd;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.engine.image.ImageContents;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * A content as it is kept: JSON, compressed.
 *
 * @param packageIds the rows of {@code packages}, in the order of the content's packages
 */
record ContentDocument(ImageContents contents, List<Integer> packageIds) {

    /** Larger than any that was seen by some orders of magnitude. */
    private static final int MOST_BYTES = 128 * 1024 * 1024;

    /** Level 3: layers' digests and folders repeat in each package. */
    private static final int LEVEL = 3;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    ContentDocument {
        packageIds = List.copyOf(packageIds);
    }

    byte[] write() {
        byte[] json = JSON.writeValueAsBytes(this);
        if (json.length > MOST_BYTES) {
            throw new InvalidRequest("contents", json.length + " bytes", "at most " + MOST_BYTES + " bytes");
        }
        return Zstd.compress(json, LEVEL);
    }

    static ContentDocument read(byte[] document) {
        long size = Zstd.getFrameContentSize(document);
        if (size < 0 || size > MOST_BYTES) {
            throw new IllegalStateException("a content of " + size + " bytes; at most " + MOST_BYTES);
        }
        return JSON.readValue(Zstd.decompress(document, (int) size), ContentDocument.class);
    }
}
