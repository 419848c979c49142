package dev.breakwater.central.policy.web;

import dev.breakwater.central.platform.Page;
import dev.breakwater.central.policy.PolicyEdits;
import dev.breakwater.central.policy.PolicyVersion;
import dev.breakwater.central.policy.PolicyView;
import dev.breakwater.central.policy.StoredPolicy;
import dev.breakwater.central.policy.WrittenPolicy;
import dev.breakwater.engine.policy.Policy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Writing single policies. Bodies are canonical documents, as YAML or JSON. */
@RestController
@RequestMapping("/api/v1/policies")
@Tag(name = "Policies")
class PolicyEditController {

    private final PolicyEdits edits;

    PolicyEditController(PolicyEdits edits) {
        this.edits = edits;
    }

    @PostMapping(consumes = {PolicyBody.JSON, PolicyBody.YAML})
    @Operation(
            summary = "Makes a policy",
            description = "The body is a canonical document (GET /api/v1/policies/schema); without an id it gets one.")
    ResponseEntity<PolicyView> create(@RequestBody String body) {
        StoredPolicy made = edits.create(WrittenPolicy.read(body).policy());
        return ResponseEntity.created(
                        URI.create("/api/v1/policies/" + made.policy().id()))
                .eTag(PolicyBody.tag(made))
                .body(PolicyView.of(made));
    }

    @PutMapping(
            path = "/{id}",
            consumes = {PolicyBody.JSON, PolicyBody.YAML})
    @Operation(
            summary = "Saves a policy anew",
            description =
                    "The body is the whole document. Of a built-in policy only severity, scopes, exclusions and enabled"
                            + " may differ; one that is applied as code is changed where it is written.")
    ResponseEntity<PolicyView> replace(
            @PathVariable UUID id,
            @RequestBody String body,
            @Parameter(description = "The ETag of the policy as it was read; without it the body's version counts")
                    @RequestHeader(name = "If-Match", required = false)
                    @Nullable
                    String ifMatch,
            @Parameter(description = "Why, for its versions and the audit log")
                    @RequestParam(required = false)
                    @Nullable
                    String reason,
            @Parameter(description = "For a policy that is applied as code: its origin")
                    @RequestParam(required = false)
                    @Nullable
                    String origin) {
        WrittenPolicy read = WrittenPolicy.read(body);
        Policy policy =
                read.policy().id().equals(PolicyEdits.NEW) ? read.policy().withId(id) : read.policy();
        return PolicyBody.answer(
                edits.replace(id, PolicyBody.version(read, ifMatch), policy, text(reason), origin(origin)));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Deletes a policy",
            description = "Its violations close when their workloads are judged, which is soon. Its versions stay.")
    void delete(
            @PathVariable UUID id,
            @Parameter(description = "Why, for the audit log") @RequestParam(required = false) @Nullable String reason,
            @Parameter(description = "For a policy that is applied as code: its origin")
                    @RequestParam(required = false)
                    @Nullable
                    String origin) {
        edits.delete(id, text(reason), origin(origin));
    }

    @GetMapping("/{id}/versions")
    @Operation(
            summary = "What a policy was, the newest first",
            description = "At most 200; also of a policy that was deleted.")
    Page<PolicyVersion> versions(@PathVariable UUID id) {
        return new Page<>(edits.versions(id), null);
    }

    @PostMapping("/{id}/versions/{number}/restore")
    @Operation(summary = "Saves a version anew, also one of a policy that was deleted")
    ResponseEntity<PolicyView> restore(
            @PathVariable UUID id,
            @PathVariable int number,
            @Parameter(description = "Why, for its versions and the audit log")
                    @RequestParam(required = false)
                    @Nullable
                    String reason) {
        return PolicyBody.answer(edits.restore(id, number, text(reason)));
    }

    private static String origin(@Nullable String origin) {
        return origin == null ? StoredPolicy.CONSOLE : origin;
    }

    private static String text(@Nullable String reason) {
        return reason == null ? "" : reason;
    }
}
