package dev.breakwater.sensor.node;

import dev.breakwater.engine.machine.MachineEvidence.RunningProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What runs, as {@code /proc} tells it. */
final class Processes {

    private static final int MOST = 20_000;
    private static final int LONGEST_LINE = 64 * 1024;
    private static final int MOST_WORDS = 1_000;
    private static final String WHAT = "processes";

    private final Root root;
    private final TextRedaction texts;
    private final Findings findings;
    private final Map<Integer, String> users;

    Processes(Root root, TextRedaction texts, Findings findings, Map<Integer, String> users) {
        this.root = root;
        this.texts = texts;
        this.findings = findings;
        this.users = users;
    }

    List<RunningProcess> read() {
        List<RunningProcess> found = new ArrayList<>();
        List<String> names;
        try {
            names = root.names("/proc");
        } catch (IOException e) {
            findings.unread(WHAT, "/proc " + Reasons.of(e));
            return found;
        }
        for (String name : names) {
            if (!name.chars().allMatch(Character::isDigit) || name.length() > 9) {
                continue;
            }
            if (found.size() == MOST) {
                findings.unread(WHAT, "more than " + MOST + " of them");
                break;
            }
            try {
                found.add(process(Integer.parseInt(name)));
            } catch (IOException e) {
                // It ended while it was looked at.
                continue;
            }
        }
        if (found.isEmpty()) {
            findings.unread(WHAT, "/proc holds none: this is not a running machine's root");
        }
        return found;
    }

    private RunningProcess process(int pid) throws IOException {
        String folder = "/proc/" + pid;
        int parent = 0;
        int uid = 0;
        for (String line : text(folder + "/status").split("\n")) {
            String[] words = line.split("\\s+");
            if (words[0].equals("PPid:") && words.length > 1) {
                parent = Integer.parseInt(words[1]);
            } else if (words[0].equals("Uid:") && words.length > 2) {
                uid = Integer.parseUnsignedInt(words[2]);
            }
        }
        List<String> words = Arrays.stream(text(folder + "/cmdline").split("\0"))
                .limit(MOST_WORDS)
                .toList();
        return new RunningProcess(
                pid,
                parent,
                executable(pid),
                words.size() == 1 && words.getFirst().isEmpty() ? List.of() : texts.words(words),
                users.getOrDefault(uid, Integer.toUnsignedString(uid)));
    }

    private String executable(int pid) {
        try {
            return Files.readSymbolicLink(root.folder()
                            .resolve("proc")
                            .resolve(Integer.toString(pid))
                            .resolve("exe"))
                    .toString();
        } catch (IOException e) {
            return "";
        }
    }

    private String text(String path) throws IOException {
        return new String(root.read(path, LONGEST_LINE), StandardCharsets.UTF_8);
    }
}
