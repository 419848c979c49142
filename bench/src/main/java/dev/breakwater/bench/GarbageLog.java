package dev.breakwater.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a JVM's log of collections tells, in MiB.
 *
 * @param peak in use at the fullest, garbage included
 * @param live in use after a collection, at the most
 */
public record GarbageLog(long peak, long live) {

    private static final Pattern PAUSE = Pattern.compile("Pause .* (\\d+)M->(\\d+)M\\((\\d+)M\\)");

    public static GarbageLog read(Path file) throws IOException {
        long peak = 0;
        long live = 0;
        for (String line : Files.readAllLines(file)) {
            Matcher pause = PAUSE.matcher(line);
            if (pause.find()) {
                peak = Math.max(peak, Long.parseLong(pause.group(1)));
                live = Math.max(live, Long.parseLong(pause.group(2)));
            }
        }
        return new GarbageLog(peak, live);
    }
}
