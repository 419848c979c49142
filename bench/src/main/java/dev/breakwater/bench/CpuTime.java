package dev.breakwater.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Processor seconds, which another load on the machine changes less than the time on the wall.
 *
 * @param central of central's process
 * @param database of all of PostgreSQL's processes
 * @param own of this process: the sensor's link, or the JDBC client
 */
public record CpuTime(double central, double database, double own) {

    private static final double TICKS_PER_SECOND = 100;
    private static final int PARENT = 1;
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int USER_OF_ENDED_CHILDREN = 13;
    private static final int SYSTEM_OF_ENDED_CHILDREN = 14;

    /** Since these processes started; all zero where there is no {@code /proc}. */
    public static CpuTime now(long central, long postmaster) throws IOException {
        double database = 0;
        if (Files.exists(Path.of("/proc/self/stat"))) {
            database = seconds(postmaster, USER, SYSTEM, USER_OF_ENDED_CHILDREN, SYSTEM_OF_ENDED_CHILDREN);
            try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
                for (Path process : processes.filter(CpuTime::isProcess).toList()) {
                    long pid = Long.parseLong(process.getFileName().toString());
                    String[] fields = fields(pid);
                    if (fields.length > PARENT && fields[PARENT].equals(String.valueOf(postmaster))) {
                        database += seconds(pid, USER, SYSTEM);
                    }
                }
            }
        }
        return new CpuTime(
                seconds(central, USER, SYSTEM),
                database,
                seconds(ProcessHandle.current().pid(), USER, SYSTEM));
    }

    public CpuTime since(CpuTime before) {
        return new CpuTime(central - before.central, database - before.database, own - before.own);
    }

    public double total() {
        return central + database + own;
    }

    @Override
    public String toString() {
        return "%.1f s of processor (central %.1f, PostgreSQL %.1f, this process %.1f)"
                .formatted(total(), central, database, own);
    }

    private static boolean isProcess(Path path) {
        return path.getFileName().toString().chars().allMatch(Character::isDigit);
    }

    private static double seconds(long pid, int... wanted) throws IOException {
        String[] fields = fields(pid);
        double ticks = 0;
        for (int field : wanted) {
            ticks += fields.length > field ? Long.parseLong(fields[field]) : 0;
        }
        return ticks / TICKS_PER_SECOND;
    }

    /** What follows the name of the program, which may hold spaces; empty for a process that has ended. */
    private static String[] fields(long pid) {
        try {
            String line = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            return line.substring(line.lastIndexOf(')') + 2).split(" ");
        } catch (IOException e) {
            return new String[0];
        }
    }
}
