package dev.breakwater.scanner;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Contents of layers as bytes, for whoever keeps them. */
public final class LayerCodec {

    /** Nothing that a scanner writes comes near it; whatever lies in a cache is read within it. */
    private static final int MOST = 256 << 20;

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private LayerCodec() {}

    public static byte[] toBytes(LayerContents contents) {
        return Zstd.compress(JSON.writeValueAsBytes(contents));
    }

    /** Empty if the bytes are none, for instance of another version. */
    public static Optional<LayerContents> ofBytes(byte[] bytes) {
        try {
            long size = Zstd.getFrameContentSize(bytes);
            if (size <= 0 || size > MOST) {
                return Optional.empty();
            }
            return Optional.ofNullable(JSON.readValue(Zstd.decompress(bytes, (int) size), LayerContents.class));
        } catch (JacksonException | ZstdException e) {
            return Optional.empty();
        }
    }
}
