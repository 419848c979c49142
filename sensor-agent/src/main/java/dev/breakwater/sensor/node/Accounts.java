package dev.breakwater.sensor.node;

import dev.breakwater.engine.machine.MachineEvidence.Account;
import dev.breakwater.engine.machine.MachineEvidence.Group;
import dev.breakwater.engine.machine.MachineEvidence.PasswordState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who may sign in, of passwd(5), shadow(5) and group(5). Hashes of passwords are looked at and left behind. */
final class Accounts {

    private static final int LONGEST = 4 << 20;
    private static final int MOST = 20_000;

    private final Root root;
    private final Findings findings;
    private final List<Account> accounts = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();

    Accounts(Root root, Findings findings) {
        this.root = root;
        this.findings = findings;
        read();
    }

    List<Account> accounts() {
        return accounts;
    }

    List<Group> groups() {
        return groups;
    }

    /** Names by number, the first one counts. */
    Map<Integer, String> users() {
        Map<Integer, String> names = new HashMap<>();
        accounts.forEach(account -> names.putIfAbsent(account.uid(), account.name()));
        return names;
    }

    Map<Integer, String> groupNames() {
        Map<Integer, String> names = new HashMap<>();
        groups.forEach(group -> names.putIfAbsent(group.gid(), group.name()));
        return names;
    }

    private void read() {
        Map<String, String[]> shadow = new HashMap<>();
        List<String> lines = lines("/etc/shadow");
        boolean known = !lines.isEmpty();
        for (String line : lines) {
            String[] fields = line.split(":", -1);
            shadow.putIfAbsent(fields[0], fields);
        }
        for (String line : lines("/etc/passwd")) {
            String[] fields = line.split(":", -1);
            if (fields.length >= 7 && number(fields[2]) >= 0) {
                accounts.add(account(fields, shadow.get(fields[0]), known));
            }
        }
        for (String line : lines("/etc/group")) {
            String[] fields = line.split(":", -1);
            if (fields.length >= 4 && number(fields[2]) >= 0) {
                groups.add(new Group(
                        fields[0], number(fields[2]), fields[3].isBlank() ? List.of() : List.of(fields[3].split(","))));
            }
        }
    }

    private static Account account(
            String[] fields, String @org.jspecify.annotations.Nullable [] shadow, boolean known) {
        boolean inShadow = fields[1].equals("x");
        String password = inShadow ? shadow == null || shadow.length < 2 ? "" : shadow[1] : fields[1];
        boolean told = !inShadow || shadow != null && shadow.length >= 2;
        PasswordState state = told ? state(password) : known ? PasswordState.LOCKED : PasswordState.UNKNOWN;
        return new Account(
                fields[0],
                number(fields[2]),
                number(fields[3]),
                fields[5],
                fields[6],
                state,
                state == PasswordState.SET ? method(password) : "",
                age(shadow, 2),
                age(shadow, 3),
                age(shadow, 4),
                age(shadow, 5),
                age(shadow, 6));
    }

    static PasswordState state(String password) {
        if (password.isEmpty()) {
            return PasswordState.EMPTY;
        }
        return password.startsWith("!") || password.startsWith("*") || password.length() < 3
                ? PasswordState.LOCKED
                : PasswordState.SET;
    }

    /** By the prefix of crypt(5). */
    static String method(String hash) {
        if (!hash.startsWith("$")) {
            return hash.startsWith("_") ? "bsdicrypt" : "des";
        }
        int end = hash.indexOf('$', 1);
        return switch (end < 0 ? "" : hash.substring(1, end)) {
            case "1" -> "md5";
            case "2", "2a", "2b", "2x", "2y" -> "bcrypt";
            case "5" -> "sha256";
            case "6" -> "sha512";
            case "7" -> "scrypt";
            case "y" -> "yescrypt";
            case "gy" -> "gost-yescrypt";
            case "sm3" -> "sm3";
            default -> "unknown";
        };
    }

    private static int age(String @org.jspecify.annotations.Nullable [] shadow, int field) {
        return shadow == null || shadow.length <= field ? -1 : number(shadow[field]);
    }

    /** -1 = no number. */
    private static int number(String text) {
        try {
            return text.isEmpty() ? -1 : (int) Math.min(Integer.MAX_VALUE, Long.parseLong(text));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private List<String> lines(String path) {
        try {
            byte[] bytes = root.read(path, LONGEST);
            List<String> lines = new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
            if (bytes.length == LONGEST || lines.size() > MOST) {
                findings.unread(path, "more than " + MOST + " lines or " + LONGEST + " bytes");
            }
            return lines.stream().limit(MOST).toList();
        } catch (IOException e) {
            findings.unread(path, Reasons.of(e));
            return List.of();
        }
    }
}
