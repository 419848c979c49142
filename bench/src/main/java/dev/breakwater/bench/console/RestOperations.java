package dev.breakwater.bench.console;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What the console shows, asked over REST: the same services with the same filters. */
final class RestOperations {

    private final List<Operation> operations = new ArrayList<>();

    private RestOperations() {}

    static List<Operation> all() {
        RestOperations rest = new RestOperations();
        rest.violations();
        rest.groups();
        rest.workloads();
        rest.inventory();
        rest.figures();
        rest.details();
        return List.copyOf(rest.operations);
    }

    private void violations() {
        String list = "violations";
        list(list, "first page", p -> "");
        list(list, "open, of users", p -> "state:open platform:no");
        list(list, "open, of the platform", p -> "state:open platform:yes");
        list(list, "severity:critical", p -> "state:open platform:no severity:critical");
        list(list, "severity:>=high owner:\"\"", p -> "state:open severity:>=high owner:\"\"");
        list(
                list,
                "a policy",
                p -> "state:open platform:no policy:\"" + Sample.one(p.sample().policies(), p.random()) + '"');
        list(list, "a cluster", p -> "state:open platform:no cluster:" + cluster(p));
        list(list, "a namespace", p -> "state:open platform:no namespace:" + namespace(p));
        list(list, "a namespace of a cluster", p -> "state:open cluster:" + cluster(p) + " namespace:" + namespace(p));
        list(
                list,
                "namespaces by pattern",
                p -> "state:open namespace:team-00" + p.random().nextInt(10) + "*");
        list(list, "a workload by name", p -> "workload:" + service(p));
        list(
                list,
                "a workload by pattern",
                p -> "state:open workload:*" + p.random().nextInt(100, 999) + "*");
        list(list, "an owner", p -> "state:open owner:team-" + p.random().nextInt(40));
        list(list, "assignee:me", p -> "state:open assignee:me");
        list(
                list,
                "a category",
                p -> "state:open category:"
                        + List.of("Privileges", "Operations", "Network")
                                .get(p.random().nextInt(3)));
        list(list, "age:>180d", p -> "state:open platform:no age:>180d");
        list(list, "age:<1d", p -> "state:open platform:no age:<1d");
        list(list, "changed:<1h", p -> "state:open platform:no changed:<1h");
        list(list, "without low and medium, not of kube-*", p -> "state:open !severity:low,medium !namespace:kube-*");
        list(list, "state:resolved", p -> "state:resolved");
        list(list, "state:accepted,excluded", p -> "state:accepted,excluded platform:no");
        list(list, "unconfirmed:yes", p -> "state:open unconfirmed:yes");
        list(list, "free text, some", p -> "state:open platform:no " + service(p));
        list(list, "free text, many", p -> "state:open platform:no root");
        list(
                list,
                "free text, none",
                p -> "state:open platform:no nothing-" + p.random().nextInt(1000) + "-like-it");
        for (String sort : List.of(
                "-openedAt",
                "openedAt",
                "-changedAt",
                "policy",
                "workload",
                "namespace",
                "cluster",
                "owner",
                "-assignee",
                "severity")) {
            sorted(list, "state:open platform:no", sort);
        }
        next(list, "state:open platform:no", "");
        next(list, "state:open platform:no", "workload");
    }

    private void groups() {
        for (String by : List.of("by-policy", "by-workload")) {
            String list = "violations/" + by;
            list(list, "open, of users", p -> "state:open platform:no");
            list(list, "a cluster", p -> "state:open platform:no cluster:" + cluster(p));
            list(list, "severity:critical", p -> "state:open platform:no severity:critical");
        }
        sorted("violations/by-workload", "state:open platform:no", "-rows");
        next("violations/by-workload", "state:open platform:no", "");
    }

    private void workloads() {
        String list = "workloads";
        list(list, "of users", p -> "platform:no");
        list(list, "of the platform", p -> "platform:yes");
        list(list, "risk:>20", p -> "platform:no risk:>20");
        list(list, "a cluster", p -> "platform:no cluster:" + cluster(p));
        list(list, "a namespace", p -> "platform:no namespace:" + namespace(p));
        list(
                list,
                "an image",
                p -> "platform:no image:*" + Sample.one(p.sample().images(), p.random()) + "*");
        list(
                list,
                "a policy",
                p -> "platform:no policy:\"" + Sample.one(p.sample().policies(), p.random()) + '"');
        list(list, "exposure:external critical:>0", p -> "platform:no exposure:external critical:>0");
        list(list, "unknown:yes", p -> "platform:no unknown:yes");
        list(list, "a label", p -> "platform:no label:team=team-" + p.random().nextInt(40));
        list(list, "a node", p -> "node:node-0" + p.random().nextInt(100, 200) + ".pool.internal");
        list(list, "a secret", p -> "secret:" + service(p) + "-credentials");
        list(list, "age:<7d", p -> "platform:no age:<7d");
        list(list, "free text, some", p -> "platform:no " + service(p));
        list(list, "free text, none", p -> "platform:no nothing-" + p.random().nextInt(1000));
        for (String sort :
                List.of("name", "namespace", "cluster", "owner", "-critical", "-firstSeenAt", "-changedAt")) {
            sorted(list, "platform:no", sort);
        }
        next(list, "platform:no", "");
    }

    private void inventory() {
        list("images", "first page", p -> "");
        sorted("images", "", "-workloads");
        list("images", "free text", p -> Sample.one(p.sample().images(), p.random()));
        list("images", "a cluster", p -> "cluster:" + cluster(p));
        list("images", "a namespace", p -> "namespace:" + namespace(p));
        list("images", "built:>90d", p -> "built:>90d");
        list("namespaces", "first page", p -> "");
        list("namespaces", "a cluster", p -> "cluster:" + cluster(p));
        list("nodes", "first page", p -> "");
        list("secrets", "first page", p -> "");
        list("secrets", "used:no", p -> "used:no");
        list("secrets", "expired:>1d", p -> "expired:>1d");
        list("service-accounts", "first page", p -> "");
        list("service-accounts", "bound:yes", p -> "bound:yes");
        list("clusters", "first page", p -> "");
        list("policies", "first page", p -> "");
        list("acceptances", "first page", p -> "");
        list("exclusions", "first page", p -> "");
        list("audit-log", "first page", p -> "");
    }

    private void figures() {
        get("overview, of users", p -> "overview?q=" + Person.encoded("platform:no") + "&days=90");
        get("overview, 30 days", p -> "overview?q=" + Person.encoded("platform:no") + "&days=30");
        get("overview, everything", p -> "overview");
        get("overview, a cluster", p -> "overview?q=" + Person.encoded("platform:no cluster:" + cluster(p)));
        get("overview, a namespace", p -> "overview?q=" + Person.encoded("platform:no namespace:" + namespace(p)));
        get("summary", p -> "summary");
        get("coverage", p -> "coverage");
        get("trend of 90 days", p -> "trends/violations?days=90");
        get("executive summary", p -> "reports/summary?q=" + Person.encoded("platform:no"));
        get("search, some", p -> "search?text=" + service(p));
        get("search, many", p -> "search?text=service-0");
        get("search, none", p -> "search?text=nothing-" + p.random().nextInt(1000));
    }

    private void details() {
        for (String part : List.of("", "/object", "/fix", "/policy")) {
            get("violation" + part, p -> "violations/" + Sample.one(p.sample().violations(), p.random()) + part);
        }
        for (String part : List.of("", "/history", "/unjudged-policies", "/risk", "/risk/history")) {
            get("workload" + part, p -> "workloads/" + Sample.one(p.sample().workloads(), p.random()) + part);
        }
        get("workload/what-if", p -> "workloads/" + Sample.one(p.sample().workloads(), p.random()) + "/what-if");
    }

    private void list(String list, String what, Function<Person, String> q) {
        get(list + ": " + what, p -> list + "?pageSize=50&q=" + Person.encoded(q.apply(p)));
    }

    private void sorted(String list, String q, String sort) {
        get(list + ": by " + sort, p -> list + "?pageSize=50&q=" + Person.encoded(q) + "&sort=" + sort);
    }

    /** The second page; the first, which tells where it begins, is not waited for. */
    private void next(String list, String q, String sort) {
        String page = list + "?pageSize=50&q=" + Person.encoded(q) + (sort.isEmpty() ? "" : "&sort=" + sort);
        ThreadLocal<String> token = new ThreadLocal<>();
        operations.add(new Operation(
                list + ": next page" + (sort.isEmpty() ? "" : ", by " + sort),
                p -> token.set(Person.nextPage(p.rest(page)).orElseThrow()),
                p -> p.rest(page + "&pageToken=" + Person.encoded(token.get()))));
    }

    private void get(String name, Function<Person, String> path) {
        operations.add(new Operation(name, p -> p.rest(path.apply(p))));
    }

    static String cluster(Person person) {
        return Sample.one(person.sample().clusters(), person.random());
    }

    static String namespace(Person person) {
        return Sample.one(person.sample().namespaces(), person.random());
    }

    static String service(Person person) {
        return "service-%05d".formatted(person.random().nextInt(8_000));
    }
}
