package dev.breakwater.feeds;

import dev.breakwater.engine.vulnerability.Advisory;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Feeds that a test writes. */
public final class Written {

    private Written() {}

    /** A zip of documents by name. */
    public static Path zip(Path file, Map<String, String> documents) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> one : documents.entrySet()) {
                zip.putNextEntry(new ZipEntry(one.getKey()));
                zip.write(one.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    /** Advisories of other packages, as many as make a collection of an ecosystem complete. */
    public static Map<String, String> others(String ecosystem) {
        Map<String, String> documents = new TreeMap<>();
        for (int i = 0; i < Coverage.LEAST; i++) {
            String id = "OTHER-" + ecosystem.replaceAll("[^A-Za-z0-9]", "") + "-" + i;
            documents.put(id + ".json", """
                    {"id": "%s", "modified": "2021-08-01T00:00:00Z",
                     "affected": [{"package": {"ecosystem": "%s", "name": "other-%d"}, "versions": ["1.0"]}]}
                    """.formatted(id, ecosystem, i));
        }
        return documents;
    }

    /** All advisories of a feed. */
    public static List<Advisory> advisories(Path feed) throws IOException {
        List<Advisory> all = new ArrayList<>();
        FeedFile.of(feed).read(all::add);
        return all;
    }

    /** The advisory of a document; fails where it is not exactly one. */
    public static Advisory only(Path folder, String name, String document) throws IOException {
        List<Advisory> all = advisories(Files.writeString(folder.resolve(name), document));
        if (all.size() != 1) {
            throw new AssertionError("not one advisory but " + all);
        }
        return all.getFirst();
    }
}
