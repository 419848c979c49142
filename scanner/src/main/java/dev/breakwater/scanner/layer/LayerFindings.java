package dev.breakwater.scanner.layer;

import dev.breakwater.engine.image.FoundFile;
import dev.breakwater.engine.image.FoundSecret;
import dev.breakwater.engine.image.ImageContents.Unread;
import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.image.OperatingSystem;
import dev.breakwater.scanner.LayerContents;
import dev.breakwater.scanner.LayerContents.LayerFile;
import dev.breakwater.scanner.LayerContents.LayerLink;
import dev.breakwater.scanner.PathSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers what is found in a layer, within bounds; what goes beyond them is told. */
final class LayerFindings {

    private static final int MOST_FILES = 200_000;
    private static final int MOST_PACKAGES = 500_000;
    private static final int MOST_UNREAD = 200;

    private static final class Gathered {
        private final List<String> alsoAt = new ArrayList<>(0);
        private final List<InstalledPackage> packages = new ArrayList<>(1);
        private final List<FoundSecret> secrets = new ArrayList<>(0);
        private final List<FoundFile> found = new ArrayList<>(1);
        private @Nullable OperatingSystem os;

        LayerFile file(String path) {
            return new LayerFile(path, alsoAt, packages, secrets, found, os);
        }
    }

    private final Map<String, Gathered> files = new LinkedHashMap<>();
    private final PathSet.Builder written = new PathSet.Builder();
    private final PathSet.Builder removed = new PathSet.Builder();
    private final PathSet.Builder opaque = new PathSet.Builder();
    private final List<LayerLink> links = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();
    private int packages;
    private int notTold;
    private boolean full;

    /** A path is written: what the same archive had there before is not any more. */
    void wrote(String path) {
        written.add(path);
        if (files.remove(path) != null) {
            unread.removeIf(each -> each.where().equals(path));
        }
    }

    void removed(String path) {
        removed.add(path);
    }

    void opaque(String path) {
        opaque.add(path);
    }

    void folderLink(String path, String target) {
        links.add(new LayerLink(path, target));
    }

    /** Whether the target is a file in which something was found: then the link is another name of it. */
    boolean link(String path, String target) {
        Gathered file = files.get(target);
        return file != null && file.alsoAt.size() < 100 && file.alsoAt.add(path);
    }

    void packages(String path, List<InstalledPackage> of) {
        packages += of.size();
        if (packages > MOST_PACKAGES) {
            unread(path, "names more packages than the " + MOST_PACKAGES + " that are kept of a layer");
        } else if (!of.isEmpty() && at(path) instanceof Gathered file) {
            file.packages.addAll(of);
        }
    }

    void os(String path, @Nullable OperatingSystem os) {
        if (os != null && at(path) instanceof Gathered file) {
            file.os = os;
        }
    }

    void secret(String path, FoundSecret secret) {
        if (at(path) instanceof Gathered file) {
            file.secrets.add(secret);
        }
    }

    void found(FoundFile found) {
        if (at(found.path()) instanceof Gathered file) {
            file.found.add(found);
        }
    }

    void unread(String where, String reason) {
        if (unread.size() < MOST_UNREAD) {
            unread.add(new Unread(where, reason));
        } else {
            notTold++;
        }
    }

    private @Nullable Gathered at(String path) {
        if (files.size() >= MOST_FILES && !files.containsKey(path)) {
            if (!full) {
                full = true;
                unread("", "has findings in more than the " + MOST_FILES + " files that are kept of a layer");
            }
            return null;
        }
        return files.computeIfAbsent(path, any -> new Gathered());
    }

    LayerContents contents(String diffId, long entries, long bytes) {
        if (notTold > 0) {
            unread.add(new Unread("", notTold + " more things could not be read"));
        }
        return new LayerContents(
                diffId,
                entries,
                bytes,
                files.entrySet().stream()
                        .map(each -> each.getValue().file(each.getKey()))
                        .toList(),
                written.build(),
                removed.build(),
                opaque.build(),
                links,
                unread);
    }
}
