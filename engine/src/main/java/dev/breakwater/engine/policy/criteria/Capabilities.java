package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.policy.value.ValueRejected;
import java.util.List;
import java.util.Locale;

/** The Linux capabilities, by the names in {@code capabilities(7)} without {@code CAP_}. */
final class Capabilities {

    static final List<String> ALL = List.of(
            "ALL",
            "AUDIT_CONTROL",
            "AUDIT_READ",
            "AUDIT_WRITE",
            "BLOCK_SUSPEND",
            "BPF",
            "CHECKPOINT_RESTORE",
            "CHOWN",
            "DAC_OVERRIDE",
            "DAC_READ_SEARCH",
            "FOWNER",
            "FSETID",
            "IPC_LOCK",
            "IPC_OWNER",
            "KILL",
            "LEASE",
            "LINUX_IMMUTABLE",
            "MAC_ADMIN",
            "MAC_OVERRIDE",
            "MKNOD",
            "NET_ADMIN",
            "NET_BIND_SERVICE",
            "NET_BROADCAST",
            "NET_RAW",
            "PERFMON",
            "SETFCAP",
            "SETGID",
            "SETPCAP",
            "SETUID",
            "SYSLOG",
            "SYS_ADMIN",
            "SYS_BOOT",
            "SYS_CHROOT",
            "SYS_MODULE",
            "SYS_NICE",
            "SYS_PACCT",
            "SYS_PTRACE",
            "SYS_RAWIO",
            "SYS_RESOURCE",
            "SYS_TIME",
            "SYS_TTY_CONFIG",
            "WAKE_ALARM");

    static final ValueGrammar GRAMMAR = new ValueGrammar(
            ValueGrammar.Form.CHOICE,
            "Allowed: ALL or a Linux capability such as NET_ADMIN, with or without CAP_.",
            ALL,
            "SYS_ADMIN");

    private Capabilities() {}

    /** @throws ValueRejected if it is no capability */
    static String parse(String value) {
        String name = name(value.strip());
        if (!ALL.contains(name)) {
            throw new ValueRejected(GRAMMAR.allowed());
        }
        return name;
    }

    /** Whether a list has it, by itself or by {@code ALL}. */
    static boolean has(List<String> list, String capability) {
        for (int i = 0; i < list.size(); i++) {
            String name = name(list.get(i));
            if (name.equals("ALL") || name.equals(capability)) {
                return true;
            }
        }
        return false;
    }

    static String shown(List<String> list) {
        return list.isEmpty()
                ? "none"
                : String.join(", ", list.stream().sorted().toList());
    }

    private static String name(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        return upper.startsWith("CAP_") ? upper.substring(4) : upper;
    }
}
