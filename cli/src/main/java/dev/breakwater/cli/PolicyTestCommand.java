package dev.breakwater.cli;

import dev.breakwater.cli.policy.Lint;
import dev.breakwater.cli.policy.PolicyFolder;
import dev.breakwater.cli.policy.PolicyTests;
import dev.breakwater.cli.policy.PolicyTests.Result;
import dev.breakwater.cli.report.Shown;
import dev.breakwater.engine.policy.Policy;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs tests of policies. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        description = "Runs the tests of policies: what each must say of given objects.",
        footer = {
            "",
            "Tests are the documents of kind PolicyTest in files *.test.yaml (see",
            "docs/how-to/policies-as-code.md). They may name policies of the given",
            "folders and built-in ones.",
            "",
            "Exit codes: 0 all passed, 1 one failed, 2 the command line is wrong,",
            "3 a test or a policy could not be read, or there is none."
        })
final class PolicyTestCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files of tests, or folders of tests and policies.")
    private List<Path> paths = List.of();

    @Option(
            names = "--policies",
            paramLabel = "PATH",
            description = "Policies that the tests name, where they are in none of the folders. May be repeated.")
    private List<Path> policies = List.of();

    @Override
    public Integer call() throws IOException {
        List<Policy> known = new ArrayList<>(written());
        known.addAll(PolicyFiles.builtIn());
        List<Result> results = new PolicyTests(known).run(PolicyFolder.tests(paths));
        PrintWriter out = spec.commandLine().getOut();
        for (Result result : results) {
            out.println(Shown.text((result.passed() ? "ok      " : "FAILED  ")
                    + result.test().where() + ": " + result.test().name()
                    + (result.passed() ? "" : ": " + result.why())));
        }
        long failed = results.stream().filter(result -> !result.passed()).count();
        out.println(Counted.of(results.size(), "test", "tests") + ", " + failed + " failed");
        if (results.isEmpty()) {
            throw new IOException("no test in " + paths);
        }
        return failed == 0 ? 0 : Bwctl.VIOLATIONS;
    }

    /** Those of the folders, where there are any. */
    private List<Policy> written() throws IOException {
        List<Path> folders = new ArrayList<>(policies);
        for (Path path : paths) {
            if (Files.isDirectory(path) && holdsPolicies(path)) {
                folders.add(path);
            } else if (Files.isRegularFile(path) && !PolicyFolder.isTest(path)) {
                folders.add(path);
            }
        }
        if (folders.isEmpty()) {
            return List.of();
        }
        Lint lint = Lint.of(PolicyFolder.policies(folders), List.of());
        if (!lint.problems().isEmpty()) {
            throw new IOException(lint.problems().getFirst() + " (bwctl policy lint shows all)");
        }
        return lint.policies();
    }

    private static boolean holdsPolicies(Path folder) {
        try {
            return !PolicyFolder.policies(List.of(folder)).isEmpty();
        } catch (IOException e) {
            return false;
        }
    }
}
