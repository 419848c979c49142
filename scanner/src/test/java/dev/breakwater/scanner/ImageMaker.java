package dev.breakwater.scanner;

import com.github.luben.zstd.ZstdOutputStream;
import dev.breakwater.scanner.layer.Digesting;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** Makes images as files: layers of tars, written as an OCI layout or as docker save does. */
public final class ImageMaker {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** How a layer is packed. */
    public enum Packing {
        PLAIN,
        GZIP,
        ZSTD
    }

    /** A tar in the making. */
    public static final class Layer {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8");

        Layer() {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        }

        public Layer file(String path, String content) {
            return file(path, content.getBytes(StandardCharsets.UTF_8), 0644);
        }

        public Layer file(String path, byte[] content, int mode) {
            TarArchiveEntry entry = new TarArchiveEntry(path, true);
            entry.setSize(content.length);
            entry.setMode(0100000 | mode);
            return put(entry, content);
        }

        public Layer folder(String path, int mode) {
            TarArchiveEntry entry = new TarArchiveEntry(path + "/", true);
            entry.setMode(0040000 | mode);
            return put(entry, new byte[0]);
        }

        public Layer link(String path, String target) {
            TarArchiveEntry entry = new TarArchiveEntry(path, TarArchiveEntry.LF_SYMLINK, true);
            entry.setLinkName(target);
            return put(entry, new byte[0]);
        }

        public Layer hardLink(String path, String target) {
            TarArchiveEntry entry = new TarArchiveEntry(path, TarArchiveEntry.LF_LINK, true);
            entry.setLinkName(target);
            return put(entry, new byte[0]);
        }

        private Layer put(TarArchiveEntry entry, byte[] content) {
            try {
                entry.setModTime(0);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
                return this;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        public byte[] bytes() {
            try {
                tar.finish();
                return bytes.toByteArray();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final List<byte[]> layers = new ArrayList<>();
    private final List<byte[]> blobs = new ArrayList<>();
    private final Map<String, Object> config = new LinkedHashMap<>();
    private final List<Map<String, Object>> history = new ArrayList<>();

    public static Layer layer() {
        return new Layer();
    }

    /** Packs bytes. */
    public static byte[] pack(byte[] bytes, Packing packing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream packed = switch (packing) {
            case PLAIN -> out;
            case GZIP -> new GZIPOutputStream(out);
            case ZSTD -> new ZstdOutputStream(out);
        }) {
            packed.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public ImageMaker with(Layer layer) {
        return with(layer, Packing.GZIP);
    }

    public ImageMaker with(Layer layer, Packing packing) {
        byte[] tar = layer.bytes();
        return with(tar, pack(tar, packing));
    }

    /** A tar, and the blob that claims to be it. */
    public ImageMaker with(byte[] tar, byte[] blob) {
        layers.add(tar);
        blobs.add(blob);
        history.add(Map.of("created_by", "RUN step " + layers.size()));
        return this;
    }

    /** A setting of the configuration, such as {@code Env}. */
    public ImageMaker config(String name, Object value) {
        config.put(name, value);
        return this;
    }

    public List<String> diffIds() {
        return layers.stream().map(Digesting::sha256).toList();
    }

    private byte[] configBytes() {
        return JSON.writeValueAsBytes(Map.of(
                "architecture",
                "amd64",
                "os",
                "linux",
                "created",
                "2026-01-02T03:04:05Z",
                "config",
                config,
                "history",
                history,
                "rootfs",
                Map.of("type", "layers", "diff_ids", diffIds())));
    }

    /** Writes an OCI layout and says the digest of the manifest. */
    public String layout(Path folder) {
        try {
            Files.createDirectories(folder.resolve("blobs/sha256"));
            byte[] configBytes = configBytes();
            blob(folder, configBytes);
            List<Object> descriptors = new ArrayList<>();
            for (byte[] blob : blobs) {
                descriptors.add(Map.of(
                        "mediaType",
                        "application/vnd.oci.image.layer.v1.tar+gzip",
                        "digest",
                        blob(folder, blob),
                        "size",
                        blob.length));
            }
            byte[] manifest = JSON.writeValueAsBytes(Map.of(
                    "schemaVersion",
                    2,
                    "mediaType",
                    "application/vnd.oci.image.manifest.v1+json",
                    "config",
                    Map.of(
                            "mediaType",
                            "application/vnd.oci.image.config.v1+json",
                            "digest",
                            Digesting.sha256(configBytes),
                            "size",
                            configBytes.length),
                    "layers",
                    descriptors));
            String digest = blob(folder, manifest);
            Files.writeString(folder.resolve("oci-layout"), "{\"imageLayoutVersion\":\"1.0.0\"}");
            Files.write(
                    folder.resolve("index.json"),
                    JSON.writeValueAsBytes(Map.of(
                            "schemaVersion",
                            2,
                            "manifests",
                            List.of(Map.of(
                                    "mediaType",
                                    "application/vnd.oci.image.manifest.v1+json",
                                    "digest",
                                    digest,
                                    "size",
                                    manifest.length,
                                    "annotations",
                                    Map.of("org.opencontainers.image.ref.name", "latest"))))));
            return digest;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String blob(Path folder, byte[] bytes) throws IOException {
        String digest = Digesting.sha256(bytes);
        Files.write(folder.resolve("blobs").resolve(digest.replace(':', '/')), bytes);
        return digest;
    }

    /** Writes what docker save writes. */
    public Path dockerArchive(Path file) {
        Layer archive = layer();
        byte[] configBytes = configBytes();
        String configName = Digesting.sha256(configBytes).substring(7) + ".json";
        List<String> names = new ArrayList<>();
        for (int i = 0; i < blobs.size(); i++) {
            names.add("layer" + i + "/layer.tar");
            archive.file(names.get(i), blobs.get(i), 0644);
        }
        archive.file(configName, configBytes, 0644);
        archive.file(
                "manifest.json",
                JSON.writeValueAsBytes(
                        List.of(Map.of("Config", configName, "RepoTags", List.of("shop/web:1"), "Layers", names))),
                0644);
        try {
            return Files.write(file, archive.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
