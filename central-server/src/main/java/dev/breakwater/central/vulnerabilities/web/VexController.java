package dev.breakwater.central.vulnerabilities.web;

import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.vulnerabilities.Vex;
import dev.breakwater.central.vulnerabilities.VexDocumentDetail;
import dev.breakwater.central.vulnerabilities.VexDocumentRow;
import dev.breakwater.central.vulnerabilities.VexImports;
import dev.breakwater.scanner.vex.VexFormat;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** What people decided, for scanners and customers. */
@RestController
@RequestMapping("/api/v1/vex")
@Tag(name = "Exceptions")
class VexController {

    private static final String SUMMARY = "Takes a VEX document in place of the one of its id";
    private static final String DESCRIPTION =
            "OpenVEX, CycloneDX with analyses, or CSAF, found by its content; at most 8 MiB and 20,000 products. What is said last of a"
                    + " vulnerability in a package of an image holds: not_affected and fixed make it a false positive there."
                    + " For administrators that see everything.";

    private final Vex vex;
    private final VexImports imports;
    private final Readers readers;

    VexController(Vex vex, VexImports imports, Readers readers) {
        this.vex = vex;
        this.imports = imports;
        this.readers = readers;
    }

    @GetMapping
    @Operation(
            summary =
                    "The exceptions that hold, as a VEX document: openvex, cyclonedx or csaf; of one image by its digest",
            description =
                    "The header `Breakwater-Left-Out` says how many exceptions are not in it, since they hold only in a cluster, a"
                            + " namespace or for a label. 409 if nothing would stand in it, 404 if there is no such image.")
    ResponseEntity<byte[]> write(
            @RequestParam(defaultValue = "openvex") String format,
            @RequestParam(required = false) @Nullable String digest)
            throws IOException {
        VexFormat wanted = format(format);
        ByteArrayOutputStream document = new ByteArrayOutputStream();
        Vex.Told told = vex.write(wanted, digest, readers.scope(), document);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(wanted.mediaType()))
                .header("Breakwater-Left-Out", String.valueOf(told.leftOut()))
                .body(document.toByteArray());
    }

    private static ResponseEntity<byte[]> answer(VexFormat format, ByteArrayOutputStream document) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(format.mediaType()))
                .body(document.toByteArray());
    }

    @GetMapping("/documents")
    @Operation(summary = "VEX documents that were brought, the last first")
    List<VexDocumentRow> documents() {
        requireEverything();
        return imports.list();
    }

    @GetMapping("/documents/content")
    @Operation(summary = "A VEX document that was brought, as openvex, cyclonedx or csaf")
    ResponseEntity<byte[]> content(@RequestParam String id, @RequestParam(defaultValue = "openvex") String format)
            throws IOException {
        requireEverything();
        VexFormat wanted = format(format);
        ByteArrayOutputStream document = new ByteArrayOutputStream();
        imports.write(id, wanted, document);
        return answer(wanted, document);
    }

    @GetMapping("/documents/statements")
    @Operation(
            summary = "What a VEX document says, how many findings it speaks of, and how many of them do not apply",
            description =
                    "At most " + VexDocumentDetail.MOST + " statements, the newest first; the document itself has all.")
    VexDocumentDetail statements(@RequestParam String id) {
        return imports.get(id, readers.scope());
    }

    @DeleteMapping("/documents")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Removes a VEX document: what it dismissed counts again")
    void remove(@RequestParam String id) {
        imports.remove(id, readers.scope());
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = SUMMARY, description = DESCRIPTION)
    VexDocumentRow form(@RequestPart MultipartFile file) throws IOException {
        return imports.bring(file.getBytes(), String.valueOf(file.getOriginalFilename()), readers.scope());
    }

    @PostMapping(consumes = {MediaType.APPLICATION_JSON_VALUE, "application/vnd.cyclonedx+json"})
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = SUMMARY,
            description = DESCRIPTION,
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            description = "The document",
                            content = @Content(mediaType = "application/json", schema = @Schema(type = "object"))))
    VexDocumentRow raw(HttpServletRequest request) throws IOException {
        return imports.bring(request.getInputStream().readAllBytes(), "", readers.scope());
    }

    /** Documents name images of places that not everybody may see. */
    private void requireEverything() {
        if (!readers.scope().everything()) {
            throw new AccessDeniedException("VEX documents speak of all images");
        }
    }

    private static VexFormat format(String name) {
        return Arrays.stream(VexFormat.values())
                .filter(one -> one.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new InvalidRequest(
                        "format",
                        name,
                        Arrays.stream(VexFormat.values())
                                .map(one -> one.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))));
    }
}
