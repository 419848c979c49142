package dev.breakwater.engine.policy;

import dev.breakwater.engine.model.UnknownReason;
import java.util.List;

/** A stored policy that this version cannot read any more: unknown about every workload, rather than silent. */
record BrokenPolicy(Policy source, PolicyRejected why) implements Judge {

    @Override
    public Verdict judge(Judgement of) {
        UnknownFact fact = new UnknownFact("", "the policy", UnknownReason.FAILED, String.valueOf(why.getMessage()));
        return new Verdict(source.id(), Verdict.Outcome.UNKNOWN, List.of(), List.of(fact), null);
    }

    @Override
    public boolean readsImages() {
        return false;
    }
}
