package dev.breakwater.cli;

import dev.breakwater.engine.policy.Policy;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Works with policies. */
@Command(
        name = "policy",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        subcommands = {
            PolicyCommand.ListCommand.class,
            PolicyLintCommand.class,
            PolicyTestCommand.class,
            PolicyDiffCommand.class,
            PolicyApplyCommand.class,
            PolicyExportCommand.class
        },
        description = "Works with policies.",
        synopsisSubcommandLabel = "COMMAND")
final class PolicyCommand {

    /** How the catalogue is printed. */
    enum Output {
        TABLE,
        JSON
    }

    /** Prints the built-in policies. */
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            usageHelpAutoWidth = true,
            description = "Prints the built-in policies.")
    static final class ListCommand implements Callable<Integer> {

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Option(
                names = {"-o", "--output"},
                paramLabel = "FORMAT",
                defaultValue = "table",
                description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
        private Output output = Output.TABLE;

        @Override
        public Integer call() {
            PrintWriter out = spec.commandLine().getOut();
            if (output == Output.JSON) {
                out.println(json(PolicyFiles.builtIn()));
            } else {
                PolicyFiles.builtIn()
                        .forEach(policy -> out.printf(
                                Locale.ROOT,
                                "%s  %-8s  %-3s  %s%n",
                                policy.id(),
                                policy.severity().name().toLowerCase(Locale.ROOT),
                                policy.enabled() ? "on" : "off",
                                policy.name()));
            }
            return 0;
        }

        private static String json(List<Policy> policies) {
            JsonMapper json = JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();
            ArrayNode list = json.createArrayNode();
            for (Policy policy : policies) {
                ObjectNode node = list.addObject();
                node.put("id", policy.id().toString());
                node.put("name", policy.name());
                node.put("severity", policy.severity().name());
                node.put("enabled", policy.enabled());
                node.set(
                        "stages",
                        json.valueToTree(policy.stages().stream().sorted().toList()));
                node.set("categories", json.valueToTree(policy.categories()));
                node.put("description", policy.description());
                node.put("rationale", policy.rationale());
                node.put("remediation", policy.remediation());
                node.set(
                        "criteria",
                        json.valueToTree(policy.sections().stream()
                                .flatMap(section -> section.groups().stream())
                                .map(Policy.Group::criterion)
                                .distinct()
                                .toList()));
                node.set("sections", json.valueToTree(policy.sections()));
                node.set("mitre", json.valueToTree(policy.mitre()));
                node.set("controls", json.valueToTree(policy.controls()));
            }
            return json.writeValueAsString(list);
        }
    }
}
