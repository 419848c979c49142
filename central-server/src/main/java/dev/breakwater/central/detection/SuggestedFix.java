package dev.breakwater.central.detection;

import dev.breakwater.engine.fix.TextDiff;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What mends a violation.
 *
 * @param words what the policy says is to be done
 * @param steps what the diff does, a sentence each; empty without one
 * @param diff of the object as it is shown to one that the policy finds nothing in, as judged; {@code null} where no change
 *     of the manifest mends it
 * @param unified the diff as {@code patch} reads it, empty without one
 * @param alsoCloses the names of the other policies whose violations of the same workload it closes
 */
public record SuggestedFix(
        String words, List<String> steps, @Nullable TextDiff diff, String unified, List<String> alsoCloses) {

    public SuggestedFix {
        steps = List.copyOf(steps);
        alsoCloses = List.copyOf(alsoCloses);
    }
}
