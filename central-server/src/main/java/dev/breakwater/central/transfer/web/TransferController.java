package dev.breakwater.central.transfer.web;

import dev.breakwater.central.transfer.ImportReport;
import dev.breakwater.central.transfer.ImportWish;
import dev.breakwater.central.transfer.ImportWish.OnConflict;
import dev.breakwater.central.transfer.Transfer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What people made, as a file and back. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Export and import")
class TransferController {

    private final Transfer transfer;

    TransferController(Transfer transfer) {
        this.transfer = transfer;
    }

    @GetMapping(value = "/export", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary =
                    "Everything that people made, as one file that an import takes: the same content gives the same bytes")
    ResponseEntity<byte[]> write(
            @Parameter(description = "With the hashes of passwords; keep such a file as you keep the database")
                    @RequestParam(defaultValue = "false")
                    boolean passwords) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        transfer.write(out, passwords);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=breakwater-export.json")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(out.toByteArray());
    }

    @GetMapping(value = "/export/schema", produces = "application/schema+json")
    @Operation(summary = "The form of the file, as a JSON Schema")
    String schema() {
        return transfer.schema();
    }

    @PostMapping(value = "/import", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Takes a file in, all of it or nothing; with dryRun it only tells what would be done",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            description = "The file, at most 32 MiB",
                            content = @Content(schema = @Schema(type = "object"))))
    ImportReport read(
            HttpServletRequest request,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @Parameter(description = "What becomes of items that are here in another form")
                    @RequestParam(defaultValue = "REFUSE")
                    OnConflict onConflict,
            @Parameter(description = "Comma-separated sections that are left out") @RequestParam(defaultValue = "")
                    String skip)
            throws IOException {
        Set<String> left = Arrays.stream(skip.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
        return transfer.read(request.getInputStream(), new ImportWish(dryRun, onConflict, left));
    }
}
