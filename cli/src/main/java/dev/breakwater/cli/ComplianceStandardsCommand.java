package dev.breakwater.cli;

import dev.breakwater.engine.compliance.Standard;
import dev.breakwater.engine.compliance.Standards;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the standards. */
@Command(
        name = "standards",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        description = "Lists the standards, with how many controls each has and how many of them checks answer.")
final class ComplianceStandardsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        for (Standard standard : Standards.all()) {
            long all = standard.controls().count();
            long checked = standard.controls()
                    .filter(control -> !control.checks().isEmpty())
                    .count();
            out.printf("%-26s %-34s %4d controls, %4d checked%n", standard.id(), standard.name(), all, checked);
        }
        return 0;
    }
}
