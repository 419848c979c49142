package dev.breakwater.scanner.system;

import dev.breakwater.scanner.read.EntryContent;
import dev.breakwater.scanner.read.EntryFacts;
import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** Bytes as the content of a file of an image. */
public record FileContent(EntryFacts facts, byte[] bytes) implements EntryContent {

    public static FileContent of(String path, byte[] bytes) {
        return new FileContent(EntryFacts.of(path, bytes.length, 0644), bytes);
    }

    @Override
    public InputStream stream() {
        return new ByteArrayInputStream(bytes);
    }
}
