package dev.breakwater.engine.risk.whatif;

import dev.breakwater.engine.risk.Reason;
import java.util.List;

/**
 * What mending one reason alone would bring.
 *
 * @param changes what mends it, together
 * @param score the score after them
 * @param unknownFactors of the score after them
 * @param drop by how much the score falls
 */
public record Drop(Reason reason, List<Change> changes, double score, int unknownFactors, double drop) {

    public Drop {
        changes = List.copyOf(changes);
    }
}
