package dev.breakwater.central.reporting;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report as it is kept.
 *
 * @param report what was wished for
 * @param author with whose rights it is made, as they are when it is made
 * @param nextAt when it is made next by itself, {@code null} = only when somebody asks
 * @param version rises with each change; who changes it names the one that they saw
 */
public record ReportDefinition(
        UUID id,
        ReportDraft report,
        String author,
        @Nullable Instant nextAt,
        int version,
        Instant createdAt,
        Instant updatedAt,
        String updatedBy) {}
