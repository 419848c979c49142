package dev.breakwater.central.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A page of {@code docs/reference} that is made of the code. A test fails when it is stale; with
 * {@code -Dbreakwater.docs.write=true} it is written anew.
 */
public final class ReferencePage {

    private static final Path FOLDER = Path.of("..", "docs", "reference");

    private ReferencePage() {}

    /** Compares the page with what it should be, or writes it. */
    public static void check(String file, String content) {
        try {
            Path page = FOLDER.resolve(file);
            if (Boolean.getBoolean("breakwater.docs.write")) {
                Files.createDirectories(FOLDER);
                Files.writeString(page, content);
            }
            assertThat(page)
                    .as("written by -Dbreakwater.docs.write=true")
                    .exists()
                    .hasContent(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text for a cell of a table. */
    public static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }
}
