package dev.breakwater.central.policy.web;

import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.policy.PolicyView;
import dev.breakwater.central.policy.StoredPolicy;
import dev.breakwater.central.policy.WrittenPolicy;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** The media types of policies, and their entity tag: the version. */
final class PolicyBody {

    static final String YAML = "application/yaml";
    static final String JSON = "application/json";

    private static final Pattern TAG = Pattern.compile("\"?(\\d{1,9})\"?");

    private PolicyBody() {}

    /** The version that was edited: of {@code If-Match}, else of the body. */
    static int version(WrittenPolicy body, @Nullable String ifMatch) {
        String given = ifMatch == null ? body.version() : ifMatch;
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
