package dev.breakwater.bench.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What people do in the console, each with everything that the page reads and draws for it. */
final class ConsoleOperations {

    private static final Map<String, String> PAGES = new java.util.LinkedHashMap<>();

    static {
        PAGES.put("overview", "");
        PAGES.put("violations", "violations");
        PAGES.put("violations by policy", "violations/by-policy");
        PAGES.put("violations by workload", "violations/by-workload");
        PAGES.put("accepted", "violations/accepted");
        PAGES.put("exclusions", "violations/exclusions");
        PAGES.put("risk", "risk");
        PAGES.put("workloads", "inventory/workloads");
        PAGES.put("images", "inventory/images");
        PAGES.put("nodes", "inventory/nodes");
        PAGES.put("namespaces", "inventory/namespaces");
        PAGES.put("secrets", "inventory/secrets");
        PAGES.put("identities", "inventory/identities");
        PAGES.put("policies", "policies");
        PAGES.put("clusters", "clusters");
        PAGES.put("coverage", "coverage");
        PAGES.put("summary", "summary");
    }

    private final List<Operation> operations = new ArrayList<>();

    private ConsoleOperations() {}

    static List<Operation> all() {
        ConsoleOperations console = new ConsoleOperations();
        console.add("a new tab: overview", p -> {}, p -> p.newTab().open("", ""));
        console.add("a new tab: violations", p -> {}, p -> p.newTab().open("violations", ""));
        PAGES.forEach((name, path) -> console.page(name, path, p -> ""));
        console.filters();
        console.within();
        return List.copyOf(console.operations);
    }

    private void filters() {
        page("overview of a cluster", "", p -> "scope=cluster:" + RestOperations.cluster(p));
        page("violations of a cluster", "violations", p -> "scope=cluster:" + RestOperations.cluster(p));
        page("violations of a namespace", "violations", p -> "scope=ns:" + RestOperations.namespace(p));
        page("violations, all workloads", "violations", p -> "scope=workloads:all");
        page(
                "violations, a policy",
                "violations",
                p -> q("state:open policy:\"" + Sample.one(p.sample().policies(), p.random()) + '"'));
        page("violations, age:>180d", "violations", p -> q("state:open age:>180d"));
        page(
                "violations, no such text",
                "violations",
                p -> q("state:open nothing-" + p.random().nextInt(1000)));
        for (String sort : List.of("-openedAt", "workload", "policy", "namespace")) {
            page("violations by " + sort, "violations", p -> "sort=" + sort);
        }
        page("workloads by name", "inventory/workloads", p -> "sort=name");
    }

    private void within() {
        Operation.Step list = p -> p.tab().navigate("violations", "");
        add(
                "violation, its detail beside the list",
                list,
                p -> p.tab()
                        .navigate("violations", "sel=" + Sample.one(p.sample().violations(), p.random())));
        add(
                "workload, its risk",
                p -> {},
                p -> p.tab().navigate("risk/" + Sample.one(p.sample().workloads(), p.random()), ""));
        add(
                "policy, its detail",
                p -> {},
                p -> p.tab().navigate("policies", "sel=" + Sample.one(p.sample().policyIds(), p.random())));
        add("violations, scrolled to the second page", list, p -> p.tab().scroll(50));
        add("violations, a filter typed", list, p -> p.tab().filter("state:open " + RestOperations.service(p), false));
        add("violations, a namespace completed", list, p -> p.tab().suggest("namespace", "team-00"));
        add(
                "violations, a workload completed",
                list,
                p -> p.tab().suggest("workload", "service-0" + p.random().nextInt(1000)));
        add("violations, a policy completed", list, p -> p.tab().suggest("policy", "Con"));
        add("a poll", p -> {}, p -> p.tab().poll());
    }

    private void page(String name, String path, Function<Person, String> query) {
        add(name, p -> {}, p -> p.tab().navigate(path, query.apply(p)));
    }

    private void add(String name, Operation.Step preparation, Operation.Step step) {
        operations.add(new Operation(name, preparation, step));
    }

    private static String q(String filter) {
        return "q=" + Person.encoded(filter);
    }
}
