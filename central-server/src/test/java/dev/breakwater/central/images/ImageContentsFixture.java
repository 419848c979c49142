package dev.breakwater.central.images;

import dev.breakwater.engine.image.FoundFile;
import dev.breakwater.engine.image.FoundSecret;
import dev.breakwater.engine.image.ImageConfig;
import dev.breakwater.engine.image.ImageContents;
import dev.breakwater.engine.image.ImageLayer;
import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.image.OperatingSystem;
import dev.breakwater.engine.image.PackageType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Contents of small images of two layers. */
public final class ImageContentsFixture {

    public static final String LAYER = "sha256:" + "1a".repeat(32);

    private final String digest;
    private final List<InstalledPackage> packages = new ArrayList<>();
    private final List<FoundSecret> secrets = new ArrayList<>();
    private final List<FoundFile> files = new ArrayList<>();
    private final List<ImageContents.Unread> unread = new ArrayList<>();
    private final Map<String, String> labels = new TreeMap<>(Map.of("team", "shop"));
    private List<String> layers = List.of(LAYER);
    private String reference = "";
    private Instant created = Instant.parse("2026-05-20T00:00:00Z");

    private ImageContentsFixture(String digest) {
        this.digest = digest;
    }

    /** An image of Debian 12 by the digest of its manifest. */
    public static ImageContentsFixture of(String digest) {
        return new ImageContentsFixture(digest);
    }

    public ImageContentsFixture deb(String name, String version) {
        return deb(name, version, LAYER);
    }

    /** One that a layer brought. */
    public ImageContentsFixture deb(String name, String version, String layer) {
        String purl = "pkg:deb/debian/" + name + "@" + version + "?arch=amd64";
        packages.add(new InstalledPackage(
                name, version, "amd64", PackageType.DEB, purl, name, version, "var/lib/dpkg/status", layer));
        return this;
    }

    public ImageContentsFixture npm(String name, String version) {
        String purl = "pkg:npm/" + name + "@" + version;
        String path = "srv/node_modules/" + name + "/package.json";
        packages.add(new InstalledPackage(name, version, "", PackageType.NPM, purl, "", "", path, LAYER));
        return this;
    }

    /** A package of a language, told by its package URL. */
    public ImageContentsFixture language(PackageType type, String name, String version) {
        packages.add(new InstalledPackage(
                name, version, "", type, "pkg:" + type.purlType() + "/" + name + "@" + version, "", "", "", LAYER));
        return this;
    }

    public ImageContentsFixture secret(String rule, String path) {
        secrets.add(new FoundSecret(rule, "Private key", path, 1, LAYER, "----… (1704 characters)", false));
        return this;
    }

    public ImageContentsFixture file(FoundFile.Kind kind, String path) {
        files.add(new FoundFile(kind, path, 04755, 0, LAYER));
        return this;
    }

    public ImageContentsFixture unread(String where, String reason) {
        unread.add(new ImageContents.Unread(where, reason));
        return this;
    }

    /** Its layers by their diff ids, bottom first. */
    public ImageContentsFixture layers(List<String> diffIds) {
        layers = List.copyOf(diffIds);
        return this;
    }

    /** By which name it was looked into. */
    public ImageContentsFixture reference(String name) {
        reference = name;
        return this;
    }

    public ImageContentsFixture label(String key, String value) {
        labels.put(key, value);
        return this;
    }

    public ImageContentsFixture created(Instant at) {
        created = at;
        return this;
    }

    public ImageContents build() {
        ImageConfig config = new ImageConfig(
                created,
                "amd64",
                "linux",
                "1000",
                "/srv",
                List.of("/srv/app"),
                List.of(),
                List.of("PATH=/usr/bin"),
                List.of("8080/tcp"),
                List.of(),
                labels,
                List.of(
                        new ImageConfig.HistoryLine(created, "/bin/sh -c #(nop) ADD file:1 in / ", "", LAYER),
                        new ImageConfig.HistoryLine(created, "RUN /bin/sh -c apt-get update # buildkit", "", LAYER)));
        return new ImageContents(
                reference,
                digest,
                "sha256:" + "cf".repeat(16) + digest.substring(digest.length() - 32),
                new OperatingSystem("debian", "12", "bookworm", "Debian GNU/Linux 12"),
                layers.stream()
                        .map(layer -> new ImageLayer(layer, "sha256:" + "2b".repeat(32), 1000, "ADD file:1 in /"))
                        .toList(),
                packages,
                secrets,
                files,
                config,
                unread);
    }
}
