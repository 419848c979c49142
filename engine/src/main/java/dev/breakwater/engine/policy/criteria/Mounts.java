package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.policy.linked.Linked.OfMount;

/** The words for mounts. */
final class Mounts {

    private Mounts() {}

    static String sentence(OfMount of, String says) {
        return "Volume " + of.mount().volume() + " of container " + of.containerName() + " " + says + ".";
    }
}
