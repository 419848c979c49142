package dev.breakwater.central.vulnerabilities.internal.feed;

import com.github.luben.zstd.Zstd;
import dev.breakwater.engine.vulnerability.Advisory;
import dev.breakwater.engine.vulnerability.Affected;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Advisories as they are kept. */
public final class AdvisoryDocument {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Affected>> AFFECTED = new TypeReference<>() {};

    /** Bytes of one advisory; one that is larger is refused when it is read. */
    private static final int LARGEST = 16 << 20;

    private static final int LEVEL = 1;

    private AdvisoryDocument() {}

    static byte[] encode(Advisory advisory) {
        return JSON.writeValueAsBytes(advisory);
    }

    static byte[] compress(byte[] encoded) {
        return Zstd.compress(encoded, LEVEL);
    }

    /** The advisory of a kept document. */
    public static Advisory read(byte[] document) {
        long size = Zstd.getFrameContentSize(document);
        if (size < 0 || size > LARGEST) {
            throw new IllegalStateException("an advisory of " + size + " bytes; at most " + LARGEST);
        }
        return JSON.readValue(Zstd.decompress(document, (int) size), Advisory.class);
    }

    static String affected(List<Affected> affected) {
        return JSON.writeValueAsString(affected);
    }

    /** What an advisory says of one package. */
    public static List<Affected> affected(String json) {
        return JSON.readValue(json, AFFECTED);
    }
}
