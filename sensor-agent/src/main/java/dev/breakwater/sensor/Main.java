package dev.breakwater.sensor;

import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;

/** Starts the sensor. Exit codes: 0 done, 2 the command line is wrong, 3 it could not be done. */
public final class Main {

    static final int WRONG_COMMAND_LINE = 2;
    static final int COULD_NOT = 3;

    private Main() {}

    public static void main(String[] arguments) {
        Logging.configure();
        try {
            System.exit(run(arguments, new PrintWriter(System.out, true), new PrintWriter(System.err, true)));
        } catch (Throwable e) {
            // Other threads would keep a process that does nothing any more.
            System.err.println("sensor: ".concat(e.toString()));
            Runtime.getRuntime().halt(COULD_NOT);
        }
    }

    /** Runs to its end and answers the exit code. */
    static int run(String[] arguments, PrintWriter out, PrintWriter err) {
        Object command = List.of(arguments).contains("--node") ? new NodeCommand() : new SensorCommand();
        CommandLine commandLine = new CommandLine(command)
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((wrong, rest) -> {
                    PrintWriter errors = wrong.getCommandLine().getErr();
                    errors.println("sensor: " + message(wrong, arguments));
                    errors.println("See --help for what is allowed.");
                    return WRONG_COMMAND_LINE;
                })
                .setExecutionExceptionHandler((thrown, failed, parsed) -> {
                    failed.getErr().println("sensor: " + thrown.getMessage());
                    return COULD_NOT;
                });
        return commandLine.execute(arguments);
    }

    /** An option that does not exist is told before one that is missing: it may be the missing one, misspelt. */
    private static String message(CommandLine.ParameterException wrong, String[] arguments) {
        if (wrong instanceof CommandLine.MissingParameterException) {
            Set<String> known =
                    wrong.getCommandLine().getCommandSpec().optionsMap().keySet();
            for (String argument : arguments) {
                String option = argument.split("=", 2)[0];
                if (option.startsWith("--") && !known.contains(option)) {
                    return "Unknown option: '" + option + "'";
                }
            }
        }
        return String.valueOf(wrong.getMessage());
    }
}
