package dev.breakwater.cli;

import dev.breakwater.cli.central.CentralFailure;
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

/** Applies policies to a central. */
@Command(
        name = "apply",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        description = "Applies policies to a central, all or none.",
        footer = {
            "",
            "The token needs the role admin. What an origin applied is changed by",
            "that origin alone. bwctl policy diff says before what it would do.",
            "",
            "Exit codes: 0 applied, 1 a policy is wrong or refused and nothing was",
            "applied, 2 the command line is wrong, 3 central could not be asked."
        })
final class PolicyApplyCommand implements Callable<Integer> {

    private static final int CONFLICT = 409;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private WrittenPolicies written = new WrittenPolicies();

    @Mixin
    private CentralOptions central = new CentralOptions();

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for versions and the audit log.")
    private String reason = "";

    @Option(names = "--dry-run", description = "Only say what would be done.")
    private boolean dryRun;

    @Override
    public Integer call() throws IOException {
        central.require("to change");
        byte[] body = written.body();
        if (body == null) {
            return Bwctl.VIOLATIONS;
        }
        Map<String, String> query = written.query(Map.of("reason", reason, "dryRun", dryRun ? "true" : ""));
        try {
            JsonNode report = central.client().send("POST", "/api/v1/policies/apply", query, "application/yaml", body);
            return told(report);
        } catch (CentralFailure e) {
            if (e.status() != CONFLICT) {
                throw e;
            }
            spec.commandLine().getErr().println("bwctl: " + Shown.text(String.valueOf(e.getMessage())));
            return Bwctl.VIOLATIONS;
        }
    }

    private int told(JsonNode report) throws IOException {
        List<JsonNode> items = report.path("items").valueStream().toList();
        if (!report.path("applied").isBoolean() || report.path("applied").asBoolean() == dryRun || items.isEmpty()) {
            throw new IOException("central answered with something else than a report; is it of another version?");
        }
        PrintWriter out = spec.commandLine().getOut();
        long refused = 0;
        for (JsonNode item : items) {
            String action = item.path("action").asString("");
            String why = item.path("why").asString("");
            refused += action.equals("REFUSED") ? 1 : 0;
            if (!action.equals("UNCHANGED")) {
                out.println(Shown.text(String.format(
                        Locale.ROOT,
                        "%-10s %s%s",
                        action.toLowerCase(Locale.ROOT),
                        item.path("policy").asString(""),
                        why.isEmpty() ? "" : "  (" + why + ")")));
            }
        }
        long unchanged = items.stream()
                .filter(item -> item.path("action").asString("").equals("UNCHANGED"))
                .count();
        out.println(Counted.of(items.size(), "policy", "policies") + ", " + unchanged + " unchanged"
                + (dryRun ? "; nothing was applied" : ""));
        return refused == 0 ? 0 : Bwctl.VIOLATIONS;
    }
}
