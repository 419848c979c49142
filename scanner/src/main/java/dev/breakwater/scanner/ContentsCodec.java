package dev.breakwater.scanner;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import dev.breakwater.engine.image.ImageContents;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What was found in an image as bytes, as a sensor sends it: JSON, compressed by zstd. */
public final class ContentsCodec {

    /** The most bytes of it, unpacked. */
    public static final int MOST = 128 << 20;

    private static final int LEVEL = 6;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ContentsCodec() {}

    public static byte[] write(ImageContents contents) {
        return Zstd.compress(JSON.writeValueAsBytes(contents), LEVEL);
    }

    /**
     * Reads it back.
     *
     * @throws IllegalArgumentException if it is damaged or too large
     */
    public static ImageContents read(byte[] packed) {
        long size = Zstd.getFrameContentSize(packed);
        if (size <= 0 || size > MOST) {
            throw new IllegalArgumentException("contents of " + size + " bytes; allowed: 1 to " + MOST);
        }
        try {
            byte[] json = Zstd.decompress(packed, (int) size);
            ImageContents contents = JSON.readValue(json, ImageContents.class);
            if (contents == null || contents.digest() == null || contents.config() == null) {
                throw new IllegalArgumentException("contents without digest or configuration");
            }
            return contents;
        } catch (JacksonException | ZstdException | NullPointerException e) {
            throw new IllegalArgumentException("contents that cannot be read", e);
        }
    }
}
