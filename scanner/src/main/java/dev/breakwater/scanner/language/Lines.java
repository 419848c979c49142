package dev.breakwater.scanner.language;

import dev.breakwater.scanner.read.EntryContent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Text by its lines. */
final class Lines {

    private static final int LARGEST = 16 << 20;

    private Lines() {}

    static Stream<String> of(EntryContent content) throws IOException {
        return new String(content.bytes(LARGEST), StandardCharsets.UTF_8).lines();
    }
}
