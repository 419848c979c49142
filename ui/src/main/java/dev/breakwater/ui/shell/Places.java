package dev.breakwater.ui.shell;

import dev.breakwater.ui.access.AccessNavigation;
import dev.breakwater.ui.checks.ChecksNavigation;
import dev.breakwater.ui.clusters.ClustersNavigation;
import dev.breakwater.ui.compliance.ComplianceNavigation;
import dev.breakwater.ui.coverage.CoverageNavigation;
import dev.breakwater.ui.inventory.InventoryNavigation;
import dev.breakwater.ui.notifications.NotificationsNavigation;
import dev.breakwater.ui.operations.OperationsNavigation;
import dev.breakwater.ui.overview.OverviewNavigation;
import dev.breakwater.ui.person.PersonNavigation;
import dev.breakwater.ui.policies.PoliciesNavigation;
import dev.breakwater.ui.registries.RegistriesNavigation;
import dev.breakwater.ui.remedy.RemedyNavigation;
import dev.breakwater.ui.reports.ReportsNavigation;
import dev.breakwater.ui.risk.RiskNavigation;
import dev.breakwater.ui.signatures.SignaturesNavigation;
import dev.breakwater.ui.summary.SummaryNavigation;
import dev.breakwater.ui.violations.ViolationsNavigation;
import dev.breakwater.ui.vulnerabilities.VulnerabilitiesNavigation;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The pages of the console, for the navigation, the palette and the help. */
final class Places {

    /**
     * A page.
     *
     * @param icon of the navigation; empty = it is not in it
     * @param key the letter after {@code g}, empty = none
     * @param inner pages below it
     */
    record Place(String name, String path, String icon, String key, List<Place> inner) {

        Place(String name, String path, String icon, String key) {
            this(name, path, icon, key, List.of());
        }

        boolean forAdministrators() {
            return FOR_ADMINISTRATORS.contains(path);
        }

        String shortcut() {
            return key.isEmpty() ? "" : "g " + key;
        }
    }

    private static final Set<String> FOR_ADMINISTRATORS = Set.of(
            OperationsNavigation.AUDIT,
            OperationsNavigation.SETTINGS,
            ClustersNavigation.ADD,
            RegistriesNavigation.PATH,
            SignaturesNavigation.PATH,
            RegistriesNavigation.WATCHED,
            PoliciesNavigation.NEW,
            PoliciesNavigation.IMPORT,
            NotificationsNavigation.TARGETS,
            NotificationsNavigation.RULES,
            NotificationsNavigation.DELIVERIES,
            AccessNavigation.USERS,
            AccessNavigation.TOKENS,
            AccessNavigation.PERMISSIONS);

    static final List<Place> WORK = List.of(
            new Place("Overview", OverviewNavigation.PATH, "overview", "d"),
            new Place(
                    "Violations",
                    ViolationsNavigation.PATH,
                    "violations",
                    "v",
                    List.of(
                            new Place("Pipeline checks", ChecksNavigation.PATH, "", ""),
                            new Place("Accept what is there", ViolationsNavigation.ACCEPTED, "", ""),
                            new Place("Exclusions", ViolationsNavigation.EXCLUSIONS, "", ""))),
            new Place(
                    "Vulnerabilities",
                    VulnerabilitiesNavigation.PATH,
                    "vulnerabilities",
                    "u",
                    List.of(
                            new Place("Fix plan", RemedyNavigation.PATH, "", ""),
                            new Place("Exceptions", VulnerabilitiesNavigation.EXCEPTIONS, "", ""),
                            new Place("VEX documents", VulnerabilitiesNavigation.VEX, "", ""))),
            new Place("Risk", RiskNavigation.PATH, "risk", "r"),
            new Place(
                    "Compliance",
                    ComplianceNavigation.PATH,
                    "compliance",
                    "c",
                    List.of(new Place("Your standards", ComplianceNavigation.STANDARDS, "", ""))),
            new Place("Inventory", InventoryNavigation.PATH, "inventory", "i"),
            new Place("Reports", ReportsNavigation.PATH, "print", ""),
            new Place("Executive summary", SummaryNavigation.PATH, "summary", "s"));

    static final List<Place> SET_UP = List.of(
            new Place("Policies", PoliciesNavigation.PATH, "policies", "p"),
            new Place("Clusters", ClustersNavigation.PATH, "clusters", "l"),
            new Place("Registries", RegistriesNavigation.PATH, "registry", ""),
            new Place("Signature verifiers", SignaturesNavigation.PATH, "signature", ""),
            new Place("Feeds", VulnerabilitiesNavigation.FEEDS, "feed", "f"),
            new Place("Notifications", NotificationsNavigation.TARGETS, "bell", "n"),
            new Place("Access", AccessNavigation.USERS, "key", "k"));

    static final List<Place> OPERATE = List.of(
            new Place("Coverage", CoverageNavigation.PATH, "coverage", "o"),
            new Place("Scans", RegistriesNavigation.SCANS, "scan", ""),
            new Place("System health", OperationsNavigation.HEALTH, "pulse", "h"),
            new Place("Audit log", OperationsNavigation.AUDIT, "log", "a"),
            new Place("Export and import", OperationsNavigation.SETTINGS, "download", "e"));

    /** Pages that are reached from others. */
    static final List<Place> INNER = List.of(
            new Place("Images", InventoryNavigation.IMAGES, "", ""),
            new Place("Watched repositories", RegistriesNavigation.WATCHED, "", ""),
            new Place("Images in registries", RegistriesNavigation.IMAGES, "", ""),
            new Place("Vulnerabilities by image", VulnerabilitiesNavigation.IMAGES, "", ""),
            new Place("Vulnerabilities by workload", VulnerabilitiesNavigation.WORKLOADS, "", ""),
            new Place("Vulnerabilities by component", VulnerabilitiesNavigation.COMPONENTS, "", ""),
            new Place("Vulnerabilities by owner", VulnerabilitiesNavigation.OWNERS, "", ""),
            new Place("Nodes", InventoryNavigation.NODES, "", ""),
            new Place("Namespaces", InventoryNavigation.NAMESPACES, "", ""),
            new Place("Secrets", InventoryNavigation.SECRETS, "", ""),
            new Place("Service accounts", InventoryNavigation.IDENTITIES, "", ""),
            new Place("New policy", PoliciesNavigation.NEW, "", ""),
            new Place("Import policies", PoliciesNavigation.IMPORT, "", ""),
            new Place("Add cluster", ClustersNavigation.ADD, "", ""),
            new Place("Rules of notifications", NotificationsNavigation.RULES, "", ""),
            new Place("Deliveries", NotificationsNavigation.DELIVERIES, "", ""),
            new Place("Reports that were made", ReportsNavigation.HISTORY, "", ""),
            new Place("API tokens", AccessNavigation.TOKENS, "", ""),
            new Place("Roles", AccessNavigation.PERMISSIONS, "", ""),
            new Place("Your account", PersonNavigation.PATH, "", ""));

    private Places() {}

    static List<Place> all() {
        return Stream.of(WORK, SET_UP, OPERATE, INNER)
                .flatMap(List::stream)
                .flatMap(place -> Stream.concat(Stream.of(place), place.inner().stream()))
                .toList();
    }
}
