package dev.breakwater.cli;

import dev.breakwater.cli.PolicyCommand.Output;
import dev.breakwater.cli.report.Shown;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Says what applying policies would do to a live fleet. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        description =
                "Says what applying policies would change in a central, and which violations would open and close.",
        footer = {
            "",
            "The token needs the role analyst at least. Nothing is changed.",
            "",
            "Exit codes: 0 it can be applied, 1 a policy is wrong or would be refused,",
            "2 the command line is wrong, 3 central could not be asked."
        })
final class PolicyDiffCommand implements Callable<Integer> {

    private static final int SHOWN = 5;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private WrittenPolicies written = new WrittenPolicies();

    @Mixin
    private CentralOptions central = new CentralOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Output output = Output.TABLE;

    @Override
    public Integer call() throws IOException {
        central.require("to ask");
        byte[] body = written.body();
        if (body == null) {
            return Bwctl.VIOLATIONS;
        }
        JsonNode diff = central.client()
                .send("POST", "/api/v1/policies/diff", written.query(Map.of()), "application/yaml", body);
        List<JsonNode> items = diff.path("items").valueStream().toList();
        if (!diff.path("opens").isNumber() || items.isEmpty()) {
            throw new IOException("central answered with something else than a diff; is it of another version?");
        }
        PrintWriter out = spec.commandLine().getOut();
        if (output == Output.JSON) {
            out.println(diff.toPrettyString());
        } else {
            items.forEach(item -> print(item, out));
            out.println(diff.path("workloads").asInt() == 0 ? "no violation would change" : sum(diff));
        }
        boolean refused =
                items.stream().anyMatch(item -> item.path("action").asString("").equals("REFUSED"));
        return refused ? Bwctl.VIOLATIONS : 0;
    }

    private static String sum(JsonNode diff) {
        int unknown = diff.path("unknown").asInt();
        return "+" + diff.path("opens").asInt() + " / −" + diff.path("closes").asInt() + " violations over "
                + diff.path("workloads").asInt() + " workloads" + (unknown == 0 ? "" : ", " + unknown + " unknown");
    }

    private static void print(JsonNode item, PrintWriter out) {
        String why = item.path("why").asString("");
        JsonNode impact = item.path("impact");
        String change = impact.isObject()
                ? "  +" + impact.path("opens").asInt() + " / −"
                        + impact.path("closes").asInt()
                        + (impact.path("unknown").asInt() == 0
                                ? ""
                                : ", " + impact.path("unknown").asInt() + " unknown")
                : "";
        out.println(Shown.text(String.format(
                Locale.ROOT,
                "%-10s %s%s%s",
                item.path("action").asString("").toLowerCase(Locale.ROOT),
                item.path("policy").asString(""),
                change,
                why.isEmpty() ? "" : "  (" + why + ")")));
        workloads("+", impact.path("opening"), out);
        workloads("−", impact.path("closing"), out);
    }

    private static void workloads(String sign, JsonNode listed, PrintWriter out) {
        listed.valueStream()
                .limit(SHOWN)
                .forEach(item -> out.println(Shown.text("           " + sign + " "
                        + item.path("cluster").asString("") + "/"
                        + item.path("namespace").asString("") + "/"
                        + item.path("workload").asString("") + ": "
                        + item.path("message").asString(""))));
        if (listed.size() > SHOWN) {
            out.println("           " + sign + " …");
        }
    }
}
