package dev.breakwater.central.sealing.web;

import dev.breakwater.central.sealing.SealedDays;
import dev.breakwater.central.sealing.SigningKey;
import dev.breakwater.central.sealing.SigningKeys;
import dev.breakwater.seal.Manifest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What reports are signed with, and the chain of days. */
@RestController
@RequestMapping("/api/v1/sealing")
@Tag(name = "Sealing")
class SealingController {

    record RotationBody(@NotBlank String reason) {}

    private final SigningKeys keys;
    private final SealedDays days;

    SealingController(SigningKeys keys, SealedDays days) {
        this.keys = keys;
        this.days = days;
    }

    @GetMapping("/keys")
    @Operation(
            summary = "The public keys that reports are signed with, the present one first, and those that were before")
    List<SigningKey> keys() {
        return keys.all();
    }

    @GetMapping(path = "/keys/current.pem", produces = "application/x-pem-file")
    @Operation(summary = "The present public key, as a file for bwctl report verify --key")
    ResponseEntity<String> pem() {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"breakwater-signing-key.pub\"")
                .body(keys.current().publicKey());
    }

    @PostMapping("/keys/rotate")
    @PreAuthorize("hasRole('ADMIN')")
    @Operation(summary = "Makes a new key and retires the present one; what it signed stays verifiable")
    SigningKey rotate(@Valid @RequestBody RotationBody body) {
        return keys.rotate(body.reason());
    }

    @GetMapping("/days/head")
    @Operation(summary = "The last closed day of the chain")
    Manifest.Head head() {
        return days.head();
    }

    @GetMapping(path = "/days/export", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "All days of the chain, as a file for bwctl report verify-days")
    ResponseEntity<byte[]> export() {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"breakwater-days.json\"")
                .body(days.chain().bytes());
    }

    @GetMapping("/days/verification")
    @PreAuthorize("hasRole('ADMIN')")
    @Operation(summary = "Whether each day follows from the one before, and the audit log is still what was hashed")
    SealedDays.Verification verification() {
        return days.verify();
    }
}
