package dev.breakwater.central.policy;

import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.PolicyDocument;
import dev.breakwater.engine.policy.PolicyDocument.Read;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A policy as somebody wrote it: the canonical document as YAML or JSON, or what REST gives as JSON, of which the fields that are
 * not the policy's own are left aside.
 *
 * @param version as it stands in the text, {@code null} if it does not
 */
public record WrittenPolicy(Policy policy, @Nullable String version) {

    private static final List<String> BESIDE =
            List.of("builtIn", "version", "updatedAt", "updatedBy", "origin", "differs");

    /**
     * The one policy of a text, with an id of its own or {@link PolicyEdits#NEW}.
     *
     * @throws dev.breakwater.engine.policy.PolicyRejected naming what cannot be read
     * @throws InvalidRequest if it is none, or several
     */
    public static WrittenPolicy read(String text) {
        List<Read> read = PolicyDocument.readBeside(text, PolicyEdits.NEW, BESIDE);
        if (read.size() != 1) {
            throw new InvalidRequest("body", read.size() + " policies", "one policy");
        }
        return new WrittenPolicy(
                read.getFirst().policy(), read.getFirst().beside().get("version"));
    }
}
