package dev.breakwater.central.reporting;

import org.jspecify.annotations.Nullable;

/**
 * A file of a report.
 *
 * @param name with its extension, once in a job
 * @param format {@code null} = it lies beside the report, such as a manifest or a signature
 * @param size in bytes
 * @param sha256 of its bytes, in lower-case hex
 */
public record ReportFile(String name, @Nullable ReportFormat format, String mediaType, long size, String sha256) {}
