package dev.breakwater.engine.risk;

/** The factors of a risk score, in the order in which they are shown. */
public enum FactorId {
    POLICY_VIOLATIONS("Policy violations"),
    SUSPICIOUS_PROCESSES("Suspicious processes"),
    IMAGE_VULNERABILITIES("Image vulnerabilities"),
    SERVICE_CONFIGURATION("Service configuration"),
    SERVICE_REACHABILITY("Service reachability"),
    ATTACKER_COMPONENTS("Components useful for attackers"),
    COMPONENT_COUNT("Number of components"),
    IMAGE_FRESHNESS("Image freshness");

    private final String title;

    FactorId(String title) {
        this.title = title;
    }

    /** The name for pages and exports. */
    public String title() {
        return title;
    }
}
