package dev.breakwater.central.audit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of the audit log.
 *
 * @param before JSON, {@code null} = nothing was
 * @param after JSON, {@code null} = nothing is left
 */
public record AuditEntry(
        long id,
        Instant at,
        String actor,
        String channel,
        String action,
        String objectType,
        String objectId,
        String objectName,
        @JsonRawValue @Schema(type = "object") @Nullable String before,
        @JsonRawValue @Schema(type = "object") @Nullable String after,
        String sourceIp,
        String requestId) {}
