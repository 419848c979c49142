package dev.breakwater.cli;

import dev.breakwater.cli.PolicyCommand.Output;
import dev.breakwater.cli.image.Findings;
import dev.breakwater.cli.image.FindingsJson;
import dev.breakwater.cli.image.FindingsTable;
import dev.breakwater.engine.image.ImageConfig;
import dev.breakwater.engine.image.ImageContents;
import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.machine.KernelPackages;
import dev.breakwater.engine.machine.MachineEvidence;
import dev.breakwater.engine.machine.PackageUse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what is wrong with what is installed on a machine. */
@Command(
        name = "scan",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        description = {
            "Matches the packages that a look at a machine found with feeds. Kernels that are installed and do not run are left",
            "out; a kernel that runs and belongs to no package is told as not read."
        },
        footer = {
            "",
            "Exit codes: 0 the evidence was read, 1 see --fail-on, 2 the command line is wrong,",
            "3 the evidence or the feeds could not be read."
        })
final class NodeScanCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "The evidence, as node mode writes it.")
    private Path file = Path.of("");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Output output = Output.TABLE;

    @Mixin
    private ScanOptions options = new ScanOptions();

    @Override
    public Integer call() throws IOException {
        options.check(spec.commandLine());
        Findings findings = Findings.of(contents(MachineFile.read(file)), options.feeds(), options.age());
        PrintWriter out = spec.commandLine().getOut();
        if (output == Output.JSON) {
            FindingsJson.write(findings, out);
        } else {
            FindingsTable.write(findings, out);
        }
        return options.code(findings, spec.commandLine());
    }

    /** What is installed and may run, as the contents of an image are matched. */
    private static ImageContents contents(MachineEvidence machine) {
        String kernel = machine.machine().kernel();
        List<InstalledPackage> packages = new ArrayList<>();
        boolean kernelFound = false;
        for (InstalledPackage one : machine.packages()) {
            PackageUse use = KernelPackages.use(one, kernel);
            kernelFound |= use == PackageUse.RUNNING_KERNEL;
            if (use != PackageUse.KERNEL_NOT_RUNNING) {
                packages.add(one);
            }
        }
        List<ImageContents.Unread> unread = new ArrayList<>();
        machine.unread().stream()
                .filter(one -> one.what().equals("packages"))
                .forEach(one -> unread.add(new ImageContents.Unread(one.what(), one.reason())));
        if (packages.isEmpty()) {
            unread.add(new ImageContents.Unread("packages", "none was found"));
        }
        if (!kernelFound) {
            unread.add(new ImageContents.Unread("kernel " + kernel, "it runs and belongs to no installed package"));
        }
        return new ImageContents(
                machine.machine().hostname(),
                "",
                "",
                machine.machine().os(),
                List.of(),
                packages,
                List.of(),
                List.of(),
                new ImageConfig(
                        null, "", "", "", "", List.of(), List.of(), List.of(), List.of(), List.of(), Map.of(),
                        List.of()),
                unread);
    }
}
