package dev.breakwater.central.detection;

/**
 * Who sees to a violation.
 *
 * @param name a person's user name, or a team
 */
public record Assignee(Kind kind, String name) {

    /** Whose name it is. */
    public enum Kind {
        PERSON,
        TEAM
    }
}
