package dev.breakwater.bench.console;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What an open tab keeps in central's heap: many are opened over HTTP, and what is alive after a full collection is counted before
 * and after, class by class.
 */
final class TabMemory {

    private static final long GOAL = 1 << 20;
    private static final int WARM = 5;
    private static final int TOLD = 8;

    /** What a person does after the page is there. */
    @FunctionalInterface
    interface Use {
        void of(ConsoleTab tab) throws IOException, InterruptedException;
    }

    private final long pid;
    private final Person person;
    private final PrintStream out;

    /** @param person signed in, in whose session the tabs are */
    TabMemory(long pid, Person person, PrintStream out) {
        this.pid = pid;
        this.person = person;
        this.out = out;
    }

    /** Opens tabs, says what each keeps alive, and whether that is less than a mebibyte. */
    boolean measure(String name, int tabs, String route, String query, Use use)
            throws IOException, InterruptedException {
        open(WARM, route, query, use);
        Map<String, Long> before = alive();
        open(tabs, route, query, use);
        Map<String, Long> after = alive();
        Map<String, Long> more = new HashMap<>();
        after.forEach((type, bytes) -> more.put(type, bytes - before.getOrDefault(type, 0L)));
        long each = more.values().stream().mapToLong(Long::longValue).sum() / tabs;
        out.printf(
                "a tab of %s: %,d KiB of heap (mean of %d); goal under 1,024: %s%n",
                name, each >> 10, tabs, each < GOAL ? "reached" : "MISSED");
        more.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(TOLD)
                .forEach(entry -> out.printf("    %,6d KiB %s%n", entry.getValue() / tabs >> 10, entry.getKey()));
        return each < GOAL;
    }

    private void open(int tabs, String route, String query, Use use) throws IOException, InterruptedException {
        for (int i = 0; i < tabs; i++) {
            ConsoleTab tab = person.newTab();
            tab.open(route, query);
            use.of(tab);
            // Vaadin keeps its last answer until the tab has confirmed it, which the next poll does within three
            // seconds.
            tab.poll();
            tab.poll();
        }
    }

    /** Bytes of what is alive, by class; the JVM collects before it counts. */
    private Map<String, Long> alive() throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process process = new ProcessBuilder(jcmd, String.valueOf(pid), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        List<String> lines = new ArrayList<>(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList());
        if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IOException("jcmd: " + String.join("\n", lines));
        }
        Map<String, Long> bytes = new HashMap<>();
        for (String line : lines) {
            String[] fields = line.strip().split("\\s+");
            if (fields.length >= 4
                    && fields[0].endsWith(":")
                    && fields[2].chars().allMatch(Character::isDigit)) {
                bytes.merge(fields[3], Long.parseLong(fields[2]), Long::sum);
            }
        }
        return bytes;
    }
}
