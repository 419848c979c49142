package dev.breakwater.central.compliance.web;

import dev.breakwater.central.compliance.Attestation;
import dev.breakwater.central.compliance.AttestationFile;
import dev.breakwater.central.compliance.Attestations;
import dev.breakwater.central.compliance.Compliance;
import dev.breakwater.central.compliance.ComplianceRuns;
import dev.breakwater.central.compliance.ControlResult;
import dev.breakwater.central.compliance.NodeResults;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.platform.Page;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.platform.web.ListParameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Whether clusters meet standards. */
@RestController
@RequestMapping("/api/v1/compliance")
@Tag(name = "Compliance")
class ComplianceController {

    record AttestationBody(
            @NotBlank String standard,
            @NotBlank String control,
            @Nullable UUID clusterId,
            @NotBlank String statement,
            @NotNull Instant validUntil) {}

    private final Compliance compliance;
    private final ComplianceRuns runs;
    private final Attestations attestations;
    private final NodeResults nodes;
    private final Readers readers;

    ComplianceController(
            Compliance compliance, ComplianceRuns runs, Attestations attestations, NodeResults nodes, Readers readers) {
        this.compliance = compliance;
        this.runs = runs;
        this.attestations = attestations;
        this.nodes = nodes;
        this.readers = readers;
    }

    @GetMapping("/cells")
    @Operation(summary = "Each standard in each cluster: how many controls came out how")
    List<Compliance.Cell> cells(
            @Parameter(description = "Only the workloads that this team answers for, empty = everything")
                    @RequestParam(defaultValue = "")
                    String owner) {
        return compliance.cells(readers.scope(), owner);
    }

    @GetMapping("/results")
    @Operation(summary = "What each control comes out as in each cluster, with samples of the evidence")
    Page<ControlResult> results(
            @ParameterObject ListParameters parameters,
            @Parameter(description = "Id of a standard, empty = all") @RequestParam(defaultValue = "") String standard,
            @Parameter(description = "Name or id of a cluster, empty = all") @RequestParam(defaultValue = "")
                    String cluster,
            @Parameter(description = "Only the workloads that this team answers for, empty = everything")
                    @RequestParam(defaultValue = "")
                    String owner) {
        ListRequest all = parameters.request();
        if (!standard.isBlank()
                && compliance.standards().stream().noneMatch(one -> one.id().equals(standard))) {
            throw new NotFound("standard", standard);
        }
        String q = standard.isBlank() ? all.q() : all.q() + " standard:\"" + standard.replace("\"", "") + "\"";
        String in = cluster.isBlank() ? q : q + " cluster:\"" + cluster.replace("\"", "") + "\"";
        return compliance.results(
                new ListRequest(in.strip(), all.sort(), all.pageSize(), all.pageToken()), readers.scope(), owner);
    }

    @GetMapping("/results/{control}")
    @Operation(summary = "A control in all clusters: its checks, evidence, attestations and history")
    Compliance.ControlDetail control(
            @PathVariable String control,
            @RequestParam String standard,
            @RequestParam(defaultValue = "") String owner) {
        return compliance.control(standard, control, readers.scope(), owner);
    }

    @GetMapping("/checks/{check}/objects")
    @Operation(summary = "The objects of a check that fail or are unknown, the failing ones first, at most 200")
    List<ControlResult.Sample> objects(
            @PathVariable String check,
            @RequestParam(required = false) @Nullable UUID cluster,
            @RequestParam(defaultValue = "") String owner) {
        return compliance.objects(check, cluster, readers.scope(), owner);
    }

    @GetMapping("/nodes/{id}")
    @Operation(
            summary = "What the checks of machines say of a node, the failing ones first",
            description = "All of them are unknown where nobody looked at the machine lately.")
    NodeResults.OfNode node(@PathVariable UUID id) {
        return nodes.of(id, readers.scope());
    }

    @PostMapping("/runs")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasRole('ADMIN')")
    @Operation(summary = "Adds up now what the checks say; it happens by itself within a minute of a change")
    void run() {
        runs.run("asked for");
    }

    @PostMapping(path = "/attestations", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Attests a control that no tool can see wholly")
    Attestation attest(@Valid @RequestBody AttestationBody body) {
        return attest(body, null);
    }

    @PostMapping(path = "/attestations", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Attests a control that no tool can see wholly, with a file",
            description = "The file has at most " + AttestationFile.MOST_BYTES
                    + " bytes. It is kept as it is with its SHA-256, and never opened.")
    Attestation attest(
            @RequestParam String standard,
            @RequestParam String control,
            @RequestParam(required = false) @Nullable UUID clusterId,
            @RequestParam String statement,
            @RequestParam Instant validUntil,
            @RequestPart MultipartFile file)
            throws IOException {
        if (file.getSize() > AttestationFile.MOST_BYTES) {
            throw new InvalidRequest(
                    "file", file.getSize() + " bytes", "1 to " + AttestationFile.MOST_BYTES + " bytes");
        }
        return attest(
                new AttestationBody(standard, control, clusterId, statement, validUntil),
                AttestationFile.of(
                        String.valueOf(file.getOriginalFilename()),
                        String.valueOf(file.getContentType()),
                        file.getBytes()));
    }

    private Attestation attest(AttestationBody body, AttestationFile.@Nullable Brought file) {
        Attestation attestation = attestations.attest(
                body.standard(), body.control(), body.clusterId(), body.statement(), body.validUntil(), file);
        runs.run(attestation.clusterId(), "attested");
        return attestation;
    }

    @GetMapping("/attestations/{id}/file")
    @Operation(summary = "The file that goes with an attestation, as it was brought")
    ResponseEntity<byte[]> file(@PathVariable UUID id) {
        AttestationFile.Brought file = attestations.file(id, readers.scope());
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.about().name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("Repr-Digest", "sha-256=:" + base64(file.about().sha256()) + ":")
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(file.content());
    }

    private static String base64(String hex) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }

    @DeleteMapping("/attestations/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes an attestation back")
    void withdraw(@PathVariable UUID id) {
        attestations.withdraw(id);
        runs.run("an attestation was taken back");
    }
}
