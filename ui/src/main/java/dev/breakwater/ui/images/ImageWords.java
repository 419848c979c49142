package dev.breakwater.ui.images;

import dev.breakwater.central.images.ImageReport;
import dev.breakwater.central.images.ImageReport.Scan;
import dev.breakwater.central.images.ImageReport.State;
import dev.breakwater.engine.image.FoundFile.Kind;
import dev.breakwater.ui.part.TimeWords;
import org.jspecify.annotations.Nullable;

/** What is said of images. */
final class ImageWords {

    static final String NO_DISTRIBUTION = "none recognised";

    private static final int SHORT_DIGEST = 12;

    private ImageWords() {}

    /** The first name without its registry, else the digest. */
    static String title(ImageReport report, String asked) {
        if (report.names().isEmpty()) {
            return shortDigest(report.digest() == null ? asked : report.digest());
        }
        return withoutRegistry(report.names().getFirst().name());
    }

    private static String withoutRegistry(String name) {
        int at = name.indexOf('@');
        String plain = at < 0 ? name : name.substring(0, at);
        int slash = plain.indexOf('/');
        boolean registry = slash > 0
                && (plain.substring(0, slash).contains(".")
                        || plain.substring(0, slash).contains(":"));
        return registry ? plain.substring(slash + 1) : plain;
    }

    /** The algorithm and twelve digits. */
    static String shortDigest(String digest) {
        int colon = digest.indexOf(':');
        int end = colon + 1 + SHORT_DIGEST;
        return digest.length() <= end ? digest : digest.substring(0, end) + "…";
    }

    /** The distribution as it calls itself, else its label. */
    static String distribution(Scan scan) {
        return scan.operatingSystem().isEmpty()
                ? NO_DISTRIBUTION
                : scan.operatingSystemName().isEmpty() ? scan.operatingSystem() : scan.operatingSystemName();
    }

    /** Whether a document told it that does not say of when it is, so that its age counts from the upload. */
    static boolean isUndated(Scan scan) {
        return scan.source().startsWith("uploaded ") && scan.source().endsWith(", undated");
    }

    /** Who looked inside, and when. */
    static String looked(@Nullable Scan scan, TimeWords times) {
        if (scan == null) {
            return "Nobody has looked inside.";
        }
        String when = times.ago(scan.scannedAt());
        String source = scan.source();
        if (source.equals("central")) {
            return "Central looked inside " + when + ".";
        }
        if (isUndated(scan)) {
            return "Not looked into here. Told by: " + source + ", uploaded " + when + ".";
        }
        return source.startsWith("sensor")
                ? "A " + source + " looked inside " + when + "."
                : "Not looked into here. Told by: " + source + ", as of " + when + ".";
    }

    static String state(State state) {
        return switch (state) {
            case COMPLETE -> "scanned";
            case INCOMPLETE -> "scanned in part";
            case TOLD -> "told, not scanned";
            case STALE -> "stale";
            case FAILED -> "scan failed";
            case UNSCANNED -> "not scanned";
        };
    }

    /** What is so of a file that deserves a look. */
    static String kind(Kind kind) {
        return switch (kind) {
            case SETUID -> "Runs as its owner (setuid)";
            case SETGID -> "Runs as its group (setgid)";
            case WORLD_WRITABLE -> "Everybody may write it";
            case SSH_SERVER -> "SSH server";
            case PACKAGE_MANAGER -> "Package manager";
            case COMPILER -> "Compiler";
            case SHELL -> "Shell";
            case DOWNLOADER -> "Downloads files";
        };
    }
}
