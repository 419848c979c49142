package dev.breakwater.engine.compliance;

/**
 * One question that facts can answer.
 *
 * @param id stable, such as {@code image-scanned}
 * @param title what holds where it passes, one sentence
 * @param subject the sort of object that it is asked of
 * @param fix how to mend what fails
 * @param onPlatform whether workloads of the platform (kube-system and the like) are asked, too
 */
public record Check(String id, String title, Subject subject, String fix, boolean onPlatform) {

    /** The sorts of objects that are asked. */
    public enum Subject {
        WORKLOAD,
        /** Roles, bindings, service accounts. */
        OBJECT,
        NODE,
        /** A cluster as a whole, with what this platform itself knows and does for it. */
        CLUSTER
    }
}
