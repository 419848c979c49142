package dev.breakwater.central.reporting;

import dev.breakwater.central.platform.InvalidRequest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The forms of a report. */
public enum ReportFormat {
    /** For people: pages, tagged and searchable. */
    PDF("application/pdf", ".pdf"),
    /** The rows alone, RFC 4180, for spreadsheets. */
    CSV("text/csv", ".csv"),
    /** Everything, for programs. */
    JSON("application/json", ".json"),
    /** One page that needs nothing else. */
    HTML("text/html", ".html"),
    /** OSCAL assessment results, JSON. */
    OSCAL("application/json", ".oscal.json");

    static final Set<ReportFormat> COMMON = EnumSet.of(PDF, CSV, JSON, HTML);

    private final String mediaType;
    private final String extension;

    ReportFormat(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    public String mediaType() {
        return mediaType;
    }

    /** With its dot. */
    public String extension() {
        return extension;
    }

    /**
     * Reads its name, whatever the case.
     *
     * @throws InvalidRequest if there is no such form
     */
    public static ReportFormat of(String name) {
        return Arrays.stream(values())
                .filter(format -> format.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new InvalidRequest(
                        "format",
                        name,
                        Arrays.stream(values())
                                .map(format -> format.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))));
    }
}
