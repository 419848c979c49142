package dev.breakwater.central.audit.web;

import dev.breakwater.central.audit.AuditEntry;
import dev.breakwater.central.audit.AuditLog;
import dev.breakwater.central.platform.Page;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.platform.web.ListParameters;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/audit-log")
@Tag(name = "Audit")
class AuditController {

    private final AuditLog log;
    private final Readers readers;

    AuditController(AuditLog log, Readers readers) {
        this.log = log;
        this.readers = readers;
    }

    @GetMapping
    Page<AuditEntry> list(@ParameterObject ListParameters parameters) {
        return log.list(parameters.request(), readers.scope());
    }
}
