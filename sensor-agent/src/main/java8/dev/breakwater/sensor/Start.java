package dev.breakwater.sensor;

import java.lang.reflect.InvocationTargetException;

/**
 * Where the jar is started: says in words which Java is needed, where the rest could not even be loaded. Compiled for
 * Java 8, so nothing newer may be used here.
 */
public final class Start {

    static final int OLDEST = 25;

    private Start() {}

    /** Starts {@link Main}, or ends with 3 if this Java is too old for it. */
    public static void main(String[] arguments) throws Exception {
        String problem = problem(System.getProperty("java.specification.version", ""), System.getProperty("java.home"));
        if (!problem.isEmpty()) {
            System.err.println("sensor: " + problem);
            System.exit(3);
        }
        try {
            Class.forName("dev.breakwater.sensor.Main")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) arguments);
        } catch (InvocationTargetException e) {
            System.err.println("sensor: " + e.getCause());
            Runtime.getRuntime().halt(3);
        }
    }

    /** Why this version of Java will not do, empty if it does. */
    static String problem(String specification, String home) {
        String version = specification.startsWith("1.") ? specification.substring(2) : specification;
        int number;
        try {
            number = Integer.parseInt(version);
        } catch (NumberFormatException e) {
            return "";
        }
        return number >= OLDEST
                ? ""
                : "needs Java " + OLDEST + " or newer; this is Java " + version + " (" + home + ")";
    }
}
