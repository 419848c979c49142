package dev.breakwater.bench;

import java.io.PrintStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What central's own timers tell of the stages of a batch, since it started. */
final class StageTimes {

    private static final Pattern SUM =
            Pattern.compile("(?m)^breakwater_batch_stage_seconds_sum\\{.*stage=\"([^\"]+)\".*} ([0-9.Ee+-]+)$");

    private StageTimes() {}

    static void print(String metrics, PrintStream out) {
        Matcher sum = SUM.matcher(metrics);
        StringBuilder line = new StringBuilder("  stages since the start of central:");
        while (sum.find()) {
            line.append(" %s %.1f s".formatted(sum.group(1), Double.parseDouble(sum.group(2))));
        }
        out.println(line);
    }
}
