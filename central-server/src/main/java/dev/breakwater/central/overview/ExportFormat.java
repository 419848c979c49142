package dev.breakwater.central.overview;

import dev.breakwater.central.platform.InvalidRequest;
import org.jspecify.annotations.Nullable;

/** The forms of an export. */
public enum ExportFormat {
    /** One JSON object a line, with everything. */
    NDJSON("application/x-ndjson", ".ndjson"),
    /** RFC 4180 with a header line, for spreadsheets. */
    CSV("text/csv", ".csv");

    private final String mediaType;
    private final String extension;

    ExportFormat(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    public String mediaType() {
        return mediaType;
    }

    public String extension() {
        return extension;
    }

    /** The form asked for; NDJSON if none is. */
    public static ExportFormat of(@Nullable String name) {
        if (name == null || name.equals("ndjson")) {
            return NDJSON;
        }
        if (name.equals("csv")) {
            return CSV;
        }
        throw new InvalidRequest("format", name, "ndjson, csv");
    }
}
