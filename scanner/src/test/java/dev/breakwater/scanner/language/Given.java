package dev.breakwater.scanner.language;

import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.scanner.read.EntryContent;
import dev.breakwater.scanner.read.EntryFacts;
import dev.breakwater.scanner.read.PackageReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A file of a layer, as readers are given it. */
record Given(EntryFacts facts, byte[] content) implements EntryContent {

    static Given file(String path, String text) {
        return file(path, text.getBytes(StandardCharsets.UTF_8));
    }

    static Given file(String path, byte[] content) {
        return new Given(EntryFacts.of(path, content.length, 0644), content);
    }

    static Given program(String path, byte[] content) {
        return new Given(EntryFacts.of(path, content.length, 0755), content);
    }

    @Override
    public InputStream stream() {
        return new ByteArrayInputStream(content);
    }

    /** What all readers that want it tell of it. */
    List<InstalledPackage> packages() throws IOException {
        List<InstalledPackage> found = new ArrayList<>();
        for (PackageReader reader : LanguageReaders.all()) {
            if (reader.wants(facts)) {
                found.addAll(reader.read(this));
            }
        }
        return found;
    }

    /** The same as {@code name version} each. */
    List<String> found() throws IOException {
        return packages().stream().map(one -> one.name() + " " + one.version()).toList();
    }

    /** Whether any reader wants it. */
    boolean isWanted() {
        return LanguageReaders.all().stream().anyMatch(reader -> reader.wants(facts));
    }
}
