package dev.breakwater.engine.policy;

/** A policy in a set: one that can be judged, or one that can only say why not. */
sealed interface Judge permits CompiledPolicy, BrokenPolicy {

    Policy source();

    Verdict judge(Judgement of);

    /** Whether what is known of images could change the answer. */
    boolean readsImages();
}
