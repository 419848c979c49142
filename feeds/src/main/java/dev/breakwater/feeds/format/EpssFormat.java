package dev.breakwater.feeds.format;

import dev.breakwater.engine.vulnerability.ExploitSignals.Epss;
import dev.breakwater.engine.vulnerability.VulnerabilityIds;
import dev.breakwater.feeds.document.MalformedDocument;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** The daily scores of EPSS (first.org/epss/data_stats): a comment with the date, a header, and a line for each CVE. */
final class EpssFormat {

    private static final String HEADER = "cve,epss,percentile";
    private static final int LONGEST_LINE = 1_000;

    private EpssFormat() {}

    static boolean recognises(String head) {
        return head.startsWith("#model_version") || head.startsWith(HEADER);
    }

    static void read(InputStream content, Told told) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8), 1 << 16);
        String line = reader.readLine();
        if (line != null && line.startsWith("#")) {
            dated(line, told);
            line = reader.readLine();
        }
        if (line == null || !line.strip().equals(HEADER)) {
            throw new MalformedDocument("the header is not " + HEADER);
        }
        long number = 2;
        for (line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            String[] cells =
                    line.length() > LONGEST_LINE ? new String[0] : line.strip().split(",", -1);
            if (cells.length == 1 && cells[0].isEmpty()) {
                continue;
            }
            if (cells.length < 3 || !VulnerabilityIds.isCve(cells[0]) || !isShare(cells[1]) || !isShare(cells[2])) {
                told.malformed("line " + number, "is not a CVE and two shares between 0 and 1");
                continue;
            }
            told.epss(cells[0], new Epss(Double.parseDouble(cells[1]), Double.parseDouble(cells[2])));
        }
    }

    private static void dated(String comment, Told told) {
        int at = comment.indexOf("score_date:");
        Instant date = at < 0 ? null : Texts.instant(comment.substring(at + 11).replace("+0000", "Z"));
        if (date != null) {
            told.asOf(date);
        }
    }

    private static boolean isShare(String text) {
        if (text.isEmpty() || text.length() > 30) {
            return false;
        }
        try {
            double share = Double.parseDouble(text);
            return share >= 0 && share <= 1;
        } catch (NumberFormatException none) {
            return false;
        }
    }
}
