package dev.breakwater.central.policy.web;

import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.policy.PolicyEdits;
import dev.breakwater.central.policy.PolicyView;
import dev.breakwater.central.policy.StoredPolicy;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.PolicyDocument;
import dev.breakwater.engine.policy.PolicyDocument.Read;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/**
 * A policy in a request: the canonical document as YAML or JSON, or what {@code GET} gives as JSON, of which the fields that
 * are not the policy's own are left aside.
 *
 * @param version as it stands in the body, {@code null} if it does not
 */
record PolicyBody(Policy policy, @Nullable String version) {

    static final String YAML = "application/yaml";
    static final String JSON = "application/json";

    private static final List<String> BESIDE =
            List.of("builtIn", "version", "updatedAt", "updatedBy", "origin", "differs");
    private static final Pattern TAG = Pattern.compile("\"?(\\d{1,9})\"?");

    /** The one policy of a body, with an id of its own or {@link PolicyEdits#NEW}. */
    static PolicyBody read(String body) {
        List<Read> read = PolicyDocument.readBeside(body, PolicyEdits.NEW, BESIDE);
        if (read.size() != 1) {
            throw new InvalidRequest("body", read.size() + " policies", "one policy");
        }
        return new PolicyBody(read.getFirst().policy(), read.getFirst().beside().get("version"));
    }

    /** The version that was edited: of {@code If-Match}, else of the body. */
    int version(@Nullable String ifMatch) {
        String given = ifMatch == null ? version : ifMatch;
        Matcher tag = TAG.matcher(given == null ? "" : given.strip());
        if (!tag.matches()) {
            throw new InvalidRequest(
                    "If-Match",
                    given == null ? "" : given,
                    "the ETag of the policy as it was read, or its version in the body");
        }
        return Integer.parseInt(tag.group(1));
    }

    static String tag(StoredPolicy stored) {
        return "\"" + stored.version() + "\"";
    }

    static ResponseEntity<PolicyView> answer(StoredPolicy stored) {
        return ResponseEntity.ok().eTag(tag(stored)).body(PolicyView.of(stored));
    }
}
