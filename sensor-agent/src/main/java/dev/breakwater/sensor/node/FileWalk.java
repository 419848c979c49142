package dev.breakwater.sensor.node;

import dev.breakwater.engine.machine.MachineEvidence;
import dev.breakwater.engine.machine.MachineEvidence.FileKind;
import dev.breakwater.engine.machine.MachineEvidence.Mount;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Walks the local file systems for what everybody may write to, what belongs to nobody, and what runs as its owner. Bounded in
 * entries, findings and time.
 */
final class FileWalk {

    /** File systems on disks of the machine; others are made by the kernel, or belong to another machine. */
    private static final Set<String> LOCAL = Set.of(
            "ext2",
            "ext3",
            "ext4",
            "xfs",
            "btrfs",
            "zfs",
            "f2fs",
            "jfs",
            "reiserfs",
            "bcachefs",
            "overlay",
            "erofs",
            "squashfs");

    /** What containers are made of: their files are theirs, and are looked at as images. */
    private static final Set<String> OF_CONTAINERS = Set.of(
            "/var/lib/docker",
            "/var/lib/containerd",
            "/var/lib/containers/storage",
            "/var/lib/kubelet/pods",
            "/var/lib/rancher/k3s/agent/containerd",
            "/var/lib/rancher/rke2/agent/containerd",
            "/run/containerd",
            "/run/k3s/containerd",
            "/proc",
            "/sys",
            "/dev",
            "/run/user",
            "/snap");

    /**
     * How much is walked.
     *
     * @param entries files and folders
     * @param found findings
     */
    record Bounds(int entries, int found, Duration time) {

        static final Bounds USUAL = new Bounds(4_000_000, 5_000, Duration.ofMinutes(3));
    }

    private static final int EVERYBODY_WRITES = 02;
    private static final int STICKY = 01000;
    private static final int RUNS_AS_OWNER = 06000;

    private final Root root;
    private final FileLook files;
    private final Findings findings;
    private final Bounds bounds;
    private final long end;
    private int entries;
    private int found;
    private boolean whole = true;

    FileWalk(Root root, FileLook files, Findings findings, Bounds bounds) {
        this.root = root;
        this.files = files;
        this.findings = findings;
        this.bounds = bounds;
        this.end = System.nanoTime() + bounds.time().toNanos();
    }

    void walk(List<Mount> mounts) {
        Set<String> starts = new HashSet<>(Set.of("/"));
        mounts.stream()
                .filter(mount -> LOCAL.contains(mount.type()) && !isLeftOut(mount.target()))
                .map(Mount::target)
                .forEach(starts::add);
        Set<Long> devices = new HashSet<>();
        for (String start : starts.stream().sorted().toList()) {
            try {
                Path place = root.resolve(start, true);
                long device = Root.statusOf(place).device();
                if (devices.add(device)) {
                    walk(place, device);
                }
            } catch (IOException e) {
                if (!Reasons.isAbsent(e)) {
                    stop(start + " " + Reasons.of(e));
                }
            }
        }
        if (whole) {
            files.addLooked(MachineEvidence.WALK);
        }
    }

    private static boolean isLeftOut(String path) {
        return OF_CONTAINERS.stream().anyMatch(out -> path.equals(out) || path.startsWith(out + "/"));
    }

    private void stop(String reason) {
        whole = false;
        findings.unread(MachineEvidence.WALK, reason);
    }

    private void walk(Path start, long device) {
        Deque<Path> folders = new ArrayDeque<>(List.of(start));
        while (!folders.isEmpty()) {
            Path folder = folders.removeLast();
            try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder)) {
                for (Path entry : inside) {
                    if (++entries > bounds.entries()) {
                        stop("more than " + bounds.entries() + " files");
                        return;
                    }
                    if (System.nanoTime() > end) {
                        stop("not done within " + bounds.time().toSeconds() + " seconds");
                        return;
                    }
                    look(entry, device, folders);
                    if (found > bounds.found()) {
                        stop("more than " + bounds.found() + " findings");
                        return;
                    }
                }
            } catch (IOException e) {
                told(folder, e);
            } catch (DirectoryIteratorException e) {
                told(folder, e.getCause());
            }
        }
    }

    private void told(Path folder, IOException problem) {
        if (!Reasons.isAbsent(problem)) {
            stop(path(folder) + " " + Reasons.of(problem));
        }
    }

    private String path(Path place) {
        return "/" + root.folder().relativize(place);
    }

    private void look(Path entry, long device, Deque<Path> folders) throws IOException {
        Root.Status status;
        try {
            status = Root.statusOf(entry);
        } catch (IOException e) {
            told(entry, e);
            return;
        }
        if (status.device() != device || status.isLink()) {
            return;
        }
        String path = path(entry);
        if (status.kind() == FileKind.DIRECTORY) {
            if (OF_CONTAINERS.contains(path)) {
                return;
            }
            folders.addLast(entry);
        }
        if (isTelling(status)) {
            found++;
            if (!files.found(path, status)) {
                found = bounds.found() + 1;
            }
        }
    }

    private boolean isTelling(Root.Status status) {
        int mode = status.permissions();
        boolean folder = status.kind() == FileKind.DIRECTORY;
        boolean everybody =
                (mode & EVERYBODY_WRITES) != 0 && (status.kind() == FileKind.FILE || folder && (mode & STICKY) == 0);
        boolean asOwner = status.kind() == FileKind.FILE && (mode & RUNS_AS_OWNER) != 0 && (mode & 0111) != 0;
        return everybody || asOwner || !files.hasAccount(status.uid()) || !files.hasGroup(status.gid());
    }
}
