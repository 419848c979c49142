package dev.breakwater.ui.vulnerabilities;

import dev.breakwater.central.vulnerabilities.VexDocumentRow;
import dev.breakwater.scanner.vex.VexFormat;
import dev.breakwater.ui.part.DownloadMenu;
import java.util.Arrays;
import java.util.Locale;

/** VEX documents to take home. */
final class VexDownloads {

    private VexDownloads() {}

    /** What people decided here, for scanners and customers. */
    static DownloadMenu ofDecisions(VexDesk desk) {
        return new DownloadMenu(
                "Our decisions",
                "Download what was decided here as VEX",
                Arrays.stream(VexFormat.values())
                        .map(format -> new DownloadMenu.Choice(VexWords.format(format.name()), event -> {
                            event.setContentType(format.mediaType());
                            event.setFileName("breakwater-decisions." + name(format) + ".json");
                            desk.decisions().write(format, null, desk.reader(), event.getOutputStream());
                        }))
                        .toList());
    }

    /** A document that was brought, in any format. */
    static DownloadMenu of(VexDesk desk, VexDocumentRow row) {
        return new DownloadMenu(
                "Download",
                "Download " + row.id(),
                Arrays.stream(VexFormat.values())
                        .map(format -> new DownloadMenu.Choice(VexWords.format(format.name()), event -> {
                            event.setContentType(format.mediaType());
                            event.setFileName(file(row.id()) + "." + name(format) + ".json");
                            desk.imports().write(row.id(), format, event.getOutputStream());
                        }))
                        .toList());
    }

    private static String name(VexFormat format) {
        return format.name().toLowerCase(Locale.ROOT);
    }

    /** The last part of an id, with nothing in it that means something to a file system. */
    private static String file(String id) {
        String last = id.substring(id.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9._-]", "-");
        return last.isEmpty() || last.startsWith(".") ? "vex" : last.substring(0, Math.min(80, last.length()));
    }
}
