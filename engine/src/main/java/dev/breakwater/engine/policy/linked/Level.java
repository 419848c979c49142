package dev.breakwater.engine.policy.linked;

import org.jspecify.annotations.Nullable;

/** The kinds of object that a criterion can read, parents before children; cheap branches before dear ones. */
public enum Level {
    WORKLOAD(null, "the workload"),
    CONTAINER(WORKLOAD, "a container"),
    /** The image of a container: there is exactly one, so the two are always the same linked object. */
    IMAGE(CONTAINER, "the image of a container"),
    PORT(CONTAINER, "a declared port of a container"),
    MOUNT(CONTAINER, "a volume as a container mounts it"),
    ENV(CONTAINER, "an environment variable of a container"),
    INSTRUCTION(CONTAINER, "an instruction that built the image of a container"),
    PACKAGE(CONTAINER, "a package in the image of a container"),
    VULNERABILITY(PACKAGE, "a vulnerability of a package"),
    IMAGE_SECRET(CONTAINER, "something in the image of a container that looks like a secret"),
    IMAGE_FILE(CONTAINER, "a file in the image of a container that deserves a look"),
    PROCESS(CONTAINER, "a process that ran in a container"),
    FILE(PROCESS, "something that a process did to a file"),
    EXPOSURE(WORKLOAD, "a port of the workload with all that leads to it"),
    ROUTE(EXPOSURE, "one way that leads to a port"),
    FLOW(WORKLOAD, "a connection of the workload"),
    REQUEST(WORKLOAD, "a request to the cluster's API"),
    OBJECT(null, "an object other than a workload"),
    RULE(OBJECT, "a rule of a role, or of the role that a binding grants"),
    SUBJECT(OBJECT, "one to whom a binding grants its role");

    private final @Nullable Level parent;
    private final String words;

    Level(@Nullable Level parent, String words) {
        this.parent = parent;
        this.words = words;
    }

    /** The level above, {@code null} for the root. */
    public @Nullable Level parent() {
        return parent;
    }

    /** The level at the top of its tree: that of the thing which a policy judges. */
    public Level root() {
        return parent == null ? this : parent.root();
    }

    /** The level whose elements a criterion of this level is tested on. */
    public Level bound() {
        return this == IMAGE ? CONTAINER : this;
    }

    /** What an element of this level is, for readers. */
    public String words() {
        return words;
    }

    /** Whether an image alone, before it is deployed, answers a criterion of this level. */
    public boolean isOfImage() {
        return this == IMAGE
                || this == INSTRUCTION
                || this == PACKAGE
                || this == VULNERABILITY
                || this == IMAGE_SECRET
                || this == IMAGE_FILE;
    }

    /** Whether its elements are things that happened, which only the runtime stage sees. */
    public boolean isOfRuntime() {
        return this == PROCESS || this == FILE || this == FLOW || this == REQUEST;
    }
}
