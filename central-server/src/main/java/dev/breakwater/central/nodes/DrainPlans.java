package dev.breakwater.central.nodes;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.engine.node.DrainPlan;
import java.util.UUID;

/** Tells what emptying a node would do, before anything is done. */
public interface DrainPlans {

    /** What is said of disruption budgets, which no sensor reads. */
    String BUDGETS =
            "Unknown: disruption budgets are not in the inventory. The cluster holds every eviction to them, and what is held is told.";

    /**
     * A plan with what it was made of.
     *
     * @param unseen why pods or other nodes are not seen, empty = they are. Then the plan is not all there is
     */
    record Planned(DrainPlan plan, String unseen) {

        /** Whether somebody has to agree to lose pods. */
        public boolean losesPods() {
            return !unseen.isEmpty() || plan.losesPods();
        }

        /** Whether somebody has to agree to lose data. */
        public boolean mayLoseData() {
            return !unseen.isEmpty() || plan.mayLoseData();
        }
    }

    /**
     * The plan for a node.
     *
     * @throws dev.breakwater.central.platform.NotFound if there is no such node
     */
    Planned of(UUID nodeId, AccessScope scope);
}
