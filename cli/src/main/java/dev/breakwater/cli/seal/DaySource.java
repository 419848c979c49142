package dev.breakwater.cli.seal;

import dev.breakwater.cli.CentralOptions;
import dev.breakwater.seal.DayChain;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the days of the chain are taken from: a file, or a central that is asked. */
final class DaySource {

    private static final String EXPORT = "/api/v1/sealing/days/export";
    private static final long LARGEST = 128L << 20;

    private final @Nullable Path file;
    private final CentralOptions central;

    /** @param file {@code null} = central is asked */
    DaySource(@Nullable Path file, CentralOptions central) {
        this.file = file;
        this.central = central;
    }

    /** What is read, for messages. */
    String name() {
        return file == null ? "the chain of days of central" : file.toString();
    }

    /**
     * Reads the days.
     *
     * @throws IOException if there is no such file, or central is not reached or refuses
     */
    DayChain read() throws IOException {
        if (file == null) {
            return DayChain.read(
                    central.client().text(EXPORT, Map.of(), "application/json").getBytes(StandardCharsets.UTF_8));
        }
        if (Files.size(file) > LARGEST) {
            throw new IOException("it is larger than " + LARGEST + " bytes; that is no chain of days");
        }
        return DayChain.read(Files.readAllBytes(file));
    }
}
