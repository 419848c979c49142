package dev.breakwater.sensor;

import java.io.PrintWriter;
import picocli.CommandLine;

/** Starts the sensor. Exit codes: 0 done, 2 the command line is wrong, 3 it could not be done. */
public final class Main {

    static final int WRONG_COMMAND_LINE = 2;
    static final int COULD_NOT = 3;

    private Main() {}

    public static void main(String[] arguments) {
        Logging.configure();
        System.exit(run(arguments, new PrintWriter(System.out, true), new PrintWriter(System.err, true)));
    }

    /** Runs to its end and answers the exit code. */
    static int run(String[] arguments, PrintWriter out, PrintWriter err) {
        CommandLine commandLine = new CommandLine(new SensorCommand())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((wrong, rest) -> {
                    PrintWriter errors = wrong.getCommandLine().getErr();
                    errors.println("sensor: " + wrong.getMessage());
                    errors.println("See --help for what is allowed.");
                    return WRONG_COMMAND_LINE;
                })
                .setExecutionExceptionHandler((thrown, command, parsed) -> {
                    command.getErr().println("sensor: " + thrown.getMessage());
                    return COULD_NOT;
                });
        return commandLine.execute(arguments);
    }
}
