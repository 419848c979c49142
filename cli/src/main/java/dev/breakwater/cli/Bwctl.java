package dev.breakwater.cli;

import dev.breakwater.cli.assess.AssessCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command line. */
@Command(
        name = "bwctl",
        mixinStandardHelpOptions = true,
        versionProvider = Bwctl.Version.class,
        usageHelpAutoWidth = true,
        subcommands = {
            CheckCommand.class,
            ImageCommand.class,
            NodeCommand.class,
            SbomCommand.class,
            FeedsCommand.class,
            AssessCommand.class,
            PolicyCommand.class,
            ComplianceCommand.class,
            ReportCommand.class
        },
        description = "Breakwater in a pipeline: the same policies and the same verdicts as in central.",
        footer = {"", "Exit codes: 0 clean, 1 violations, 2 the command line is wrong, 3 something could not be judged."
        })
public final class Bwctl {

    /** A check found violations. */
    static final int VIOLATIONS = 1;

    /** Something was not read, or not judged. */
    static final int NOT_JUDGED = 3;

    /** The version of the jar. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {"bwctl " + number()};
        }

        static String number() {
            String version = Bwctl.class.getPackage().getImplementationVersion();
            return version == null ? "development" : version;
        }
    }

    private Bwctl() {}

    /** The number of this version, for documents that name what wrote them. */
    public static String versionNumber() {
        return Version.number();
    }

    public static void main(String[] args) {
        System.exit(run(
                new PrintWriter(System.out, false, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                args));
    }

    /**
     * Runs a command without ending the process.
     *
     * @return the exit code: 0 clean, 1 violations, 2 the command line is wrong, 3 something was not judged
     */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        CommandLine line = new CommandLine(new Bwctl());
        line.setOut(out);
        line.setErr(err);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println("bwctl: " + Failures.words(failure));
            return NOT_JUDGED;
        });
        int code = args.length == 0 ? usage(line) : line.execute(args);
        out.flush();
        err.flush();
        return code;
    }

    private static int usage(CommandLine line) {
        line.usage(line.getErr());
        return CommandLine.ExitCode.USAGE;
    }
}
