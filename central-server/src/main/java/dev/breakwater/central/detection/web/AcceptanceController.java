package dev.breakwater.central.detection.web;

import dev.breakwater.central.detection.AcceptanceRow;
import dev.breakwater.central.detection.Acceptances;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.Page;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.platform.web.ListParameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is borne until a date. Made by {@code POST /api/v1/violations/accept}. */
@RestController
@RequestMapping("/api/v1/acceptances")
@Tag(name = "Violations")
class AcceptanceController {

    /** @param standing how many violations it still keeps silent */
    record Standing(AcceptanceRow acceptance, int standing) {}

    private final Acceptances acceptances;
    private final Readers readers;

    AcceptanceController(Acceptances acceptances, Readers readers) {
        this.acceptances = acceptances;
        this.readers = readers;
    }

    @GetMapping
    @Operation(summary = "What was accepted, by whom, why and until when; what is over stays in the list")
    Page<Standing> list(@ParameterObject ListParameters parameters) {
        AccessScope scope = readers.scope();
        Page<AcceptanceRow> page = acceptances.list(parameters.request(), scope);
        List<UUID> ids = page.items().stream().map(AcceptanceRow::id).toList();
        Map<UUID, Integer> standing = acceptances.standing(ids, scope);
        return page.map(row -> new Standing(row, standing.getOrDefault(row.id(), 0)));
    }

    @GetMapping("/{id}")
    Standing get(@PathVariable UUID id) {
        return standing(acceptances.get(id, readers.scope()));
    }

    @PostMapping("/{id}/end")
    @Operation(summary = "Opens what it still keeps silent")
    Standing end(@PathVariable UUID id) {
        return standing(acceptances.end(id, readers.scope()));
    }

    private Standing standing(AcceptanceRow row) {
        return new Standing(
                row, acceptances.standing(List.of(row.id()), readers.scope()).getOrDefault(row.id(), 0));
    }
}
