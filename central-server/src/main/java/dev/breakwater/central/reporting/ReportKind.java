package dev.breakwater.central.reporting;

import java.util.EnumSet;
import java.util.Set;

/** What a report is about. */
public enum ReportKind {
    /** How standards come out, control by control, with the evidence. */
    COMPLIANCE("Compliance", "compliance/results", EnumSet.allOf(ReportFormat.class)),
    /** What policies find. */
    VIOLATIONS("Violations", "violations", ReportFormat.COMMON),
    /** What is wrong with what is installed. */
    VULNERABILITIES("Vulnerabilities", "vulnerabilities", ReportFormat.COMMON),
    /** One page for those who decide. */
    EXECUTIVE_SUMMARY("Executive summary", "", ReportFormat.COMMON),
    /** Who changed what. For administrators. */
    AUDIT("Audit", "audit-log", ReportFormat.COMMON),
    /** What is worst in a place, and what to do first. */
    ASSESSMENT("Risk assessment", "", ReportFormat.COMMON);

    private final String title;
    private final String list;
    private final Set<ReportFormat> formats;

    ReportKind(String title, String list, Set<ReportFormat> formats) {
        this.title = title;
        this.list = list;
        this.formats = Set.copyOf(formats);
    }

    /** Its name as people read it. */
    public String title() {
        return title;
    }

    /** The list whose filter and saved views it takes; empty = it takes places only ({@code cluster:}, {@code namespace:}, {@code platform:}). */
    public String list() {
        return list;
    }

    /** Whether it tells what the platform itself runs from what others run, and leaves it out unless it is asked for. */
    public boolean tellsPlatform() {
        return this != COMPLIANCE && this != AUDIT;
    }

    /** The forms that it can be written in. */
    public Set<ReportFormat> formats() {
        return formats;
    }
}
