package dev.breakwater.central.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What can be done, and by whom. The table that people read; a test asks each of them over REST, so that it cannot say
 * anything else than what holds.
 *
 * @param what in words, as what somebody may do
 * @param method of the request that shows it
 * @param path of the request that shows it; what it names need not exist
 * @param roles who may
 */
public record Permission(String what, String method, String path, Set<Role> roles) {

    private static final Set<Role> EVERYBODY = EnumSet.of(Role.ADMIN, Role.ANALYST);
    private static final Set<Role> ADMINISTRATORS = EnumSet.of(Role.ADMIN);
    private static final String NONE = "00000000-0000-0000-0000-000000000000";

    private static final List<Permission> ALL = List.of(
            may("See the overview, violations, risk, inventory, coverage and clusters", "GET", "/summary", EVERYBODY),
            may("See policies, exclusions and what is accepted", "GET", "/policies", EVERYBODY),
            may("Export lists of what runs", "GET", "/export/violations?q=name:none", EVERYBODY),
            may("Read and print the executive summary", "GET", "/reports/summary", EVERYBODY),
            may("See reports and download them, but for those of the audit log", "GET", "/reports", EVERYBODY),
            may("Define reports, make them, and end their making", "POST", "/reports", ADMINISTRATORS),
            may(
                    "Try what a score would be if something were mended",
                    "POST",
                    "/workloads/" + NONE + "/what-if",
                    EVERYBODY),
            may("Plan which upgrades to make first", "GET", "/fix-plan", EVERYBODY),
            may(
                    "Check manifests before they are delivered",
                    "POST",
                    "/checks/manifests",
                    EnumSet.of(Role.ADMIN, Role.ANALYST, Role.PIPELINE)),
            may(
                    "Record that they were checked, and what was refused",
                    "POST",
                    "/checks/manifests?record=true",
                    EnumSet.of(Role.ADMIN, Role.PIPELINE)),
            may("Upload what others found in an image", "POST", "/sboms", EnumSet.of(Role.ADMIN, Role.PIPELINE)),
            may(
                    "Bring what a look at a node found",
                    "POST",
                    "/nodes/" + NONE + "/evidence",
                    EnumSet.of(Role.ADMIN, Role.NODE)),
            may(
                    "Ask, as the agent on a machine, whether a look at it is wanted",
                    "POST",
                    "/nodes/looks?cluster=none&node=none",
                    EnumSet.of(Role.ADMIN, Role.NODE)),
            may("Try what a policy would do before it is saved", "POST", "/policies/dry-run", EVERYBODY),
            may("See how Breakwater itself is", "GET", "/system/health", EVERYBODY),
            may("See what reports are signed with, and the chain of days", "GET", "/sealing/keys", EVERYBODY),
            may("Save views, share them, and choose one's own preferences", "PUT", "/me/preferences", EVERYBODY),
            may("Change one's own password", "PUT", "/me/password", EVERYBODY),
            may(
                    "Assign, comment, accept, resolve and reopen violations",
                    "POST",
                    "/violations/comment",
                    ADMINISTRATORS),
            may("See whether clusters meet standards, with the evidence", "GET", "/compliance/results", EVERYBODY),
            may("Answer for a control that no tool can see", "POST", "/compliance/attestations", ADMINISTRATORS),
            may(
                    "Choose the version of CIS Kubernetes of a cluster",
                    "PUT",
                    "/compliance/benchmarks/" + NONE,
                    ADMINISTRATORS),
            may("Write standards and profiles of your own", "POST", "/compliance/standards", ADMINISTRATORS),
            may(
                    "Ask for exceptions from controls, and decide of those that others asked for",
                    "POST",
                    "/compliance/exceptions",
                    ADMINISTRATORS),
            may("Exclude a place from a policy", "POST", "/exclusions", ADMINISTRATORS),
            may("See vulnerabilities, exceptions and feeds", "GET", "/vulnerabilities", EVERYBODY),
            may("Ask for exceptions, and decide of those that others asked for", "POST", "/exceptions", ADMINISTRATORS),
            may("Bring and remove feeds of vulnerabilities", "POST", "/feeds", ADMINISTRATORS),
            may("Bring and remove VEX documents", "POST", "/vex", ADMINISTRATORS),
            may("Write, change, delete and restore policies", "POST", "/policies", ADMINISTRATORS),
            may("Switch policies on and off", "POST", "/policies/" + NONE + "/enable", ADMINISTRATORS),
            may("Add, cut off and remove clusters", "POST", "/clusters", ADMINISTRATORS),
            may(
                    "Isolate, empty and look anew at nodes, where the sensor allows it",
                    "POST",
                    "/nodes/" + NONE + "/actions",
                    ADMINISTRATORS),
            may("Look into images again, and take that back", "POST", "/scans", ADMINISTRATORS),
            may("See and change where images are fetched from", "GET", "/registries", ADMINISTRATORS),
            may("See and change whose signatures on images count", "GET", "/signature-verifiers", ADMINISTRATORS),
            may("Watch repositories", "GET", "/image-watches", ADMINISTRATORS),
            may("See and change who is told of what", "GET", "/notifiers", ADMINISTRATORS),
            may("See what was told, and send it again", "GET", "/notifications/deliveries", ADMINISTRATORS),
            may("Set the rules for owners", "PUT", "/settings/ownership", ADMINISTRATORS),
            may("See and change accounts", "GET", "/users", ADMINISTRATORS),
            may("See, make and revoke API tokens", "GET", "/api-tokens", ADMINISTRATORS),
            may("Read the audit log", "GET", "/audit-log", ADMINISTRATORS),
            may(
                    "Verify the chain of days, and rotate the signing key",
                    "GET",
                    "/sealing/days/verification",
                    ADMINISTRATORS),
            may("Take a diagnostic bundle", "GET", "/system/diagnostics", ADMINISTRATORS),
            may("Export what people made", "GET", "/export", ADMINISTRATORS),
            may("Import what people made", "POST", "/import", ADMINISTRATORS));

    public Permission {
        roles = Set.copyOf(roles);
    }

    private static Permission may(String what, String method, String path, Set<Role> roles) {
        return new Permission(what, method, "/api/v1" + path, roles);
    }

    /** All there are, in the order in which people read them. */
    public static List<Permission> all() {
        return ALL;
    }

    /** Whether somebody of this role may. */
    public boolean isFor(Role role) {
        return roles.contains(role);
    }
}
