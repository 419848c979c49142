package dev.breakwater.engine.policy;

import dev.breakwater.engine.policy.linked.LinkedTree;
import java.time.Instant;

/** A policy in a set: one that can be judged, or one that can only say why not. */
sealed interface Judge permits CompiledPolicy, BrokenPolicy {

    Policy source();

    Verdict judge(LinkedTree of, Instant asOf);
}
