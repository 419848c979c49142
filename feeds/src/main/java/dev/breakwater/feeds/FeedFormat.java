package dev.breakwater.feeds;

/** How a publisher writes its feed down. */
public enum FeedFormat {
    /** Open Source Vulnerability format, JSON or YAML, of any ecosystem. */
    OSV("OSV"),
    CSAF("CSAF (advisories and VEX)"),
    DEBIAN_TRACKER("Debian security tracker"),
    ALPINE_SECDB("Alpine secdb"),
    RUSTSEC("RustSec"),
    FRIENDS_OF_PHP("FriendsOfPHP"),
    NODE_WORKING_GROUP("Node.js security working group"),
    RETIRE_JS("retire.js"),
    PROJECT_KB("project-kb"),
    NVD("NVD API 2.0"),
    KEV("CISA Known Exploited Vulnerabilities"),
    EPSS("EPSS scores"),
    /** Documents of more than one format. */
    MIXED("several formats"),
    /** Nothing in it is known to us. */
    UNKNOWN("not known");

    private final String title;

    FeedFormat(String title) {
        this.title = title;
    }

    /** For people. */
    public String title() {
        return title;
    }
}
