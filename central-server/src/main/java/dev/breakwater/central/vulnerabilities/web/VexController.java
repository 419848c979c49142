package dev.breakwater.central.vulnerabilities.web;

import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.vulnerabilities.Vex;
import dev.breakwater.scanner.vex.VexFormat;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What people decided, for scanners and customers. */
@RestController
@RequestMapping("/api/v1/vex")
@Tag(name = "Exceptions")
class VexController {

    private final Vex vex;
    private final Readers readers;

    VexController(Vex vex, Readers readers) {
        this.vex = vex;
        this.readers = readers;
    }

    @GetMapping
    @Operation(
            summary =
                    "The exceptions that hold, as a VEX document: openvex, cyclonedx or csaf; of one image by its digest")
    ResponseEntity<byte[]> write(
            @RequestParam(defaultValue = "openvex") String format,
            @RequestParam(required = false) @Nullable String digest)
            throws IOException {
        VexFormat wanted = format(format);
        ByteArrayOutputStream document = new ByteArrayOutputStream();
        vex.write(wanted, digest, readers.scope(), document);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(wanted.mediaType()))
                .body(document.toByteArray());
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
