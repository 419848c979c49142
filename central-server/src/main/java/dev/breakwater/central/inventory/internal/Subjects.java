package dev.breakwater.central.inventory.internal;

import dev.breakwater.engine.model.RoleBinding.Subject;
import java.util.List;

/**
 * Subjects of bindings as keys of the index: {@code sa:<namespace>/<name>}, {@code group:<name>}, {@code user:<name>}. A
 * service account can also be named by its user name, {@code system:serviceaccount:<namespace>:<name>}; both are one key.
 */
final class Subjects {

    static final String AUTHENTICATED = "group:system:authenticated";
    static final String ALL_ACCOUNTS = "group:system:serviceaccounts";
    static final String ACCOUNTS_OF = "group:system:serviceaccounts:";
    static final String ACCOUNT = "sa:";
    private static final String ACCOUNT_USER = "system:serviceaccount:";

    private Subjects() {}

    static String of(Subject subject) {
        return switch (subject.kind()) {
            case "ServiceAccount" -> account(subject.namespace(), subject.name());
            case "Group" -> "group:" + subject.name();
            default -> user(subject.name());
        };
    }

    private static String user(String name) {
        if (name.startsWith(ACCOUNT_USER)) {
            String[] parts = name.substring(ACCOUNT_USER.length()).split(":", 2);
            if (parts.length == 2) {
                return account(parts[0], parts[1]);
            }
        }
        return "user:" + name;
    }

    static String account(String namespace, String name) {
        return ACCOUNT + namespace + "/" + name;
    }

    /** Every subject that a service account answers to. */
    static List<String> ofAccount(String namespace, String name) {
        return List.of(account(namespace, name), ACCOUNTS_OF + namespace, ALL_ACCOUNTS, AUTHENTICATED);
    }
}
