package dev.breakwater.sensor.node;

import dev.breakwater.engine.machine.MachineEvidence.FileFact;
import dev.breakwater.engine.machine.MachineEvidence.FileKind;
import dev.breakwater.engine.machine.MachineEvidence.FileState;
import dev.breakwater.sensor.node.LookedPaths.Depth;
import dev.breakwater.sensor.node.LookedPaths.Looked;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Looks at files by path and pattern; keeps one fact of each path, the one that says most. */
final class FileLook {

    private static final int MOST = 30_000;
    private static final int MOST_TEXT = 6 << 20;

    private final Root root;
    private final FileText text;
    private final Findings findings;
    private final Map<Integer, String> users;
    private final Map<Integer, String> groups;
    private final Map<String, FileFact> files = new TreeMap<>();
    private final Set<String> looked = new TreeSet<>();
    private int textLeft = MOST_TEXT;

    FileLook(Root root, FileText text, Findings findings, Map<Integer, String> users, Map<Integer, String> groups) {
        this.root = root;
        this.text = text;
        this.findings = findings;
        this.users = users;
        this.groups = groups;
    }

    Collection<FileFact> files() {
        return files.values();
    }

    List<String> looked() {
        return List.copyOf(looked);
    }

    /** Tells that a pattern was looked at in full by another. */
    void addLooked(String pattern) {
        looked.add(pattern);
    }

    void look(Looked path) {
        if (path.isPattern()) {
            String[] parts = path.pattern().substring(1).split("/");
            if (expand("", parts, 0, path.depth())) {
                looked.add(path.pattern());
            }
        } else {
            look(path.pattern(), path.depth());
        }
    }

    /** Whether all of it could be looked at. */
    private boolean expand(String folder, String[] parts, int at, Depth depth) {
        if (at == parts.length) {
            return look(folder, depth);
        }
        String part = parts[at];
        if (part.indexOf('*') < 0) {
            return expand(folder + "/" + part, parts, at + 1, depth);
        }
        List<String> names;
        try {
            names = root.names(folder.isEmpty() ? "/" : folder);
        } catch (IOException e) {
            if (Reasons.isAbsent(e)) {
                return true;
            }
            findings.unread(folder, Reasons.of(e));
            return false;
        }
        Pattern wanted =
                Pattern.compile("\\Q" + part.replace("\\E", "").replace("*", "\\E.*\\Q") + "\\E", Pattern.DOTALL);
        boolean whole = true;
        for (String name : names) {
            if (wanted.matcher(name).matches()) {
                whole &= expand(folder + "/" + name, parts, at + 1, depth);
            }
        }
        return whole;
    }

    /** Looks at one path; answers whether there was room to keep it. */
    boolean look(String path, Depth depth) {
        FileFact known = files.get(path);
        if (known != null && (known.text() != null || depth == Depth.FACTS)) {
            return true;
        }
        if (known == null && files.size() == MOST) {
            findings.unread("files", "more than " + MOST + " of them");
            return false;
        }
        files.put(path, fact(root, text, path, depth));
        return true;
    }

    /**
     * Looks at a path, and where the machine has none, at what a process in a container has there.
     *
     * @param pid the process that names the path
     */
    void look(String path, Depth depth, int pid) {
        look(path, depth);
        FileFact known = files.get(path);
        if (known != null && known.state() == FileState.ABSENT) {
            // Links within are followed within, so that a container leads nobody to the machine's own files.
            Root seen = new Root(root.folder().resolve("proc/" + pid + "/root"));
            files.put(path, fact(seen, text.within(seen), path, depth));
        }
    }

    private FileFact fact(Root root, FileText text, String path, Depth depth) {
        String link = "";
        try {
            link = root.link(path);
            Root.Status status = root.status(path);
            FileText.Read read = depth == Depth.FACTS || status.kind() != FileKind.FILE
                    ? FileText.Read.NOTHING
                    : text.read(path, depth, textLeft);
            textLeft -= read.text() == null ? 0 : read.text().length();
            return fact(path, status, link, read);
        } catch (IOException e) {
            FileState state = Reasons.isAbsent(e) ? FileState.ABSENT : FileState.UNREADABLE;
            String reason = state == FileState.ABSENT ? "" : Reasons.of(e);
            return new FileFact(path, state, FileKind.OTHER, -1, -1, -1, "", "", 0, link, "", null, reason);
        }
    }

    private FileFact fact(String path, Root.Status status, String link, FileText.Read read) {
        return new FileFact(
                path,
                FileState.PRESENT,
                status.kind(),
                status.permissions(),
                status.uid(),
                status.gid(),
                users.getOrDefault(status.uid(), Integer.toUnsignedString(status.uid())),
                groups.getOrDefault(status.gid(), Integer.toUnsignedString(status.gid())),
                status.size(),
                link,
                read.sha256(),
                read.text(),
                read.reason());
    }

    /** Keeps what a walk came upon. */
    boolean found(String path, Root.Status status) {
        if (!files.containsKey(path) && files.size() == MOST) {
            return false;
        }
        files.putIfAbsent(path, fact(path, status, "", FileText.Read.NOTHING));
        return true;
    }

    boolean hasAccount(int uid) {
        return users.containsKey(uid);
    }

    boolean hasGroup(int gid) {
        return groups.containsKey(gid);
    }

    /** Those that were looked at so far, for whoever looks at what they name. */
    List<FileFact> present() {
        List<FileFact> present = new ArrayList<>(files.values());
        present.removeIf(file -> file.state() != FileState.PRESENT);
        return present;
    }
}
