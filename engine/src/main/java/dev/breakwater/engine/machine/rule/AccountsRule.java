package dev.breakwater.engine.machine.rule;

import dev.breakwater.engine.machine.MachineEvidence.Account;
import dev.breakwater.engine.machine.MachineEvidence.FileFact;
import dev.breakwater.engine.machine.MachineEvidence.Group;
import dev.breakwater.engine.machine.MachineEvidence.PasswordState;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What holds of all accounts and groups. */
record AccountsRule(Question question) implements Rule {

    /** What is asked. */
    enum Question {
        ONLY_ROOT_HAS_UID_0,
        ONLY_ROOT_HAS_GID_0,
        ONLY_GROUP_ROOT_HAS_GID_0,
        NO_EMPTY_PASSWORD,
        UIDS_ARE_UNIQUE,
        GIDS_ARE_UNIQUE,
        NAMES_ARE_UNIQUE,
        GROUP_NAMES_ARE_UNIQUE,
        GROUPS_OF_ACCOUNTS_EXIST,
        SHADOW_GROUP_IS_EMPTY,
        HOMES_ARE_CLOSED,
        DOT_FILES_ARE_CLOSED,
        SYSTEM_ACCOUNTS_HAVE_NO_SHELL,
        WITHOUT_SHELL_IS_LOCKED,
        PASSWORDS_EXPIRE,
        PASSWORDS_HAVE_MIN_DAYS,
        PASSWORDS_WARN,
        PASSWORDS_LOCK_WHEN_INACTIVE,
        PASSWORDS_HASH_IS_STRONG,
        PASSWORDS_WERE_CHANGED_IN_THE_PAST,
        ROOT_PASSWORD_IS_SET_OR_LOCKED
    }

    private static final int FIRST_OF_PEOPLE = 1000;
    private static final int NOBODY = 65534;
    private static final int CLOSED = 0750;
    private static final int YEAR = 365;
    private static final int INACTIVE = 45;
    private static final int WARN = 7;
    private static final int PERMISSIONS = 07777;
    private static final Set<String> MAY_HAVE_GID_0 = Set.of("root", "sync", "shutdown", "halt", "operator");
    private static final Set<String> MAY_HAVE_SHELL = Set.of("root", "halt", "sync", "shutdown", "nfsnobody");

    @Override
    public Answer ask(MachineFacts facts) {
        List<Account> accounts = facts.evidence().accounts();
        List<Group> groups = facts.evidence().groups();
        if (accounts.isEmpty() || facts.unread("accounts") || facts.unread("/etc/passwd")) {
            return Answer.unknown("accounts", "/etc/passwd", "The accounts could not be read.");
        }
        if (ofGroups() && (groups.isEmpty() || facts.unread("groups") || facts.unread("/etc/group"))) {
            return Answer.unknown("groups", "/etc/group", "The groups could not be read.");
        }
        return switch (question) {
            case ONLY_ROOT_HAS_UID_0 ->
                accounts(accounts, a -> a.uid() != 0 || a.name().equals("root"), "uid 0");
            case ONLY_ROOT_HAS_GID_0 ->
                accounts(accounts, a -> a.gid() != 0 || MAY_HAVE_GID_0.contains(a.name()), "gid 0");
            case ONLY_GROUP_ROOT_HAS_GID_0 ->
                bad(
                        groups.stream()
                                .filter(group ->
                                        group.gid() == 0 && !group.name().equals("root"))
                                .map(Group::name)
                                .toList(),
                        "gid 0",
                        "/etc/group");
            case NO_EMPTY_PASSWORD ->
                passwords(accounts, a -> a.password() != PasswordState.EMPTY, "an empty password");
            case UIDS_ARE_UNIQUE -> twice(accounts, a -> String.valueOf(a.uid()), "/etc/passwd");
            case NAMES_ARE_UNIQUE -> twice(accounts, Account::name, "/etc/passwd");
            case GIDS_ARE_UNIQUE -> twice(groups, group -> String.valueOf(group.gid()), "/etc/group");
            case GROUP_NAMES_ARE_UNIQUE -> twice(groups, Group::name, "/etc/group");
            case GROUPS_OF_ACCOUNTS_EXIST -> {
                Set<Integer> known = groups.stream().map(Group::gid).collect(Collectors.toSet());
                yield accounts(accounts, a -> known.contains(a.gid()), "a group that does not exist");
            }
            case SHADOW_GROUP_IS_EMPTY -> shadow(accounts, groups);
            case HOMES_ARE_CLOSED ->
                Answer.all(people(accounts).map(a -> home(facts, a)).toList());
            case DOT_FILES_ARE_CLOSED ->
                Answer.all(people(accounts).map(a -> DotFiles.judge(facts, a)).toList());
            case SYSTEM_ACCOUNTS_HAVE_NO_SHELL ->
                accounts(
                        accounts,
                        a -> !isSystem(a) || MAY_HAVE_SHELL.contains(a.name()) || !hasShell(a),
                        "a shell, and is a system account");
            case WITHOUT_SHELL_IS_LOCKED ->
                passwords(
                        accounts,
                        a -> hasShell(a) || a.name().equals("root") || a.password() != PasswordState.SET,
                        "a password and no shell");
            case PASSWORDS_EXPIRE ->
                set(
                        accounts,
                        a -> a.maxDays() >= 1 && a.maxDays() <= YEAR,
                        "a password that does not expire in " + YEAR + " days");
            case PASSWORDS_HAVE_MIN_DAYS ->
                set(accounts, a -> a.minDays() >= 1, "a password that may be changed at once");
            case PASSWORDS_WARN ->
                set(
                        accounts,
                        a -> a.warnDays() >= WARN,
                        "a password of whose end is not warned " + WARN + " days before");
            case PASSWORDS_LOCK_WHEN_INACTIVE ->
                set(
                        accounts,
                        a -> a.inactiveDays() >= 0 && a.inactiveDays() <= INACTIVE,
                        "a password that is not locked " + INACTIVE + " days after its end");
            case PASSWORDS_HASH_IS_STRONG ->
                set(
                        accounts,
                        a -> Set.of("yescrypt", "sha512", "gost-yescrypt").contains(a.hashMethod()),
                        "a password that is kept weakly");
            case PASSWORDS_WERE_CHANGED_IN_THE_PAST -> {
                long today = facts.asOf().atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay();
                yield set(accounts, a -> a.lastChangeDay() <= today, "a password that was changed in the future");
            }
            case ROOT_PASSWORD_IS_SET_OR_LOCKED ->
                passwords(
                        accounts.stream().filter(a -> a.name().equals("root")).toList(),
                        a -> a.password() == PasswordState.SET || a.password() == PasswordState.LOCKED,
                        "no password");
        };
    }

    private boolean ofGroups() {
        return switch (question) {
            case ONLY_GROUP_ROOT_HAS_GID_0,
                    GIDS_ARE_UNIQUE,
                    GROUP_NAMES_ARE_UNIQUE,
                    GROUPS_OF_ACCOUNTS_EXIST,
                    SHADOW_GROUP_IS_EMPTY -> true;
            default -> false;
        };
    }

    private static boolean isSystem(Account account) {
        return account.uid() < FIRST_OF_PEOPLE || account.uid() == NOBODY;
    }

    private static boolean hasShell(Account account) {
        String shell = account.shell();
        return !(shell.isEmpty() || shell.endsWith("/nologin") || shell.endsWith("/false") || shell.endsWith("/sync"));
    }

    private static Stream<Account> people(List<Account> accounts) {
        return accounts.stream()
                .filter(AccountsRule::hasShell)
                .filter(account -> !isSystem(account) || account.uid() == 0);
    }

    private static Answer accounts(List<Account> all, java.util.function.Predicate<Account> good, String has) {
        return bad(all.stream().filter(good.negate()).map(Account::name).toList(), has, "/etc/passwd");
    }

    private static Answer passwords(List<Account> all, java.util.function.Predicate<Account> good, String has) {
        List<String> bad = all.stream()
                .filter(account -> account.password() != PasswordState.UNKNOWN)
                .filter(good.negate())
                .map(Account::name)
                .toList();
        boolean unknown =
                all.isEmpty() || all.stream().anyMatch(account -> account.password() == PasswordState.UNKNOWN);
        return bad.isEmpty() && unknown
                ? Answer.unknown("passwords", "/etc/shadow", "The state of passwords could not be read.")
                : bad(bad, has, "/etc/shadow");
    }

    /** Of accounts that have a password. */
    private static Answer set(List<Account> all, java.util.function.Predicate<Account> good, String has) {
        return passwords(all, account -> account.password() != PasswordState.SET || good.test(account), has);
    }

    private static Answer shadow(List<Account> accounts, List<Group> groups) {
        List<Group> shadow =
                groups.stream().filter(group -> group.name().equals("shadow")).toList();
        List<String> members = new ArrayList<>();
        for (Group group : shadow) {
            members.addAll(group.members());
            accounts.stream()
                    .filter(account -> account.gid() == group.gid())
                    .map(Account::name)
                    .forEach(members::add);
        }
        return bad(members, "the group shadow", "/etc/group");
    }

    private static Answer home(MachineFacts facts, Account account) {
        MachineFacts.At at = facts.at(account.home());
        FileFact home = at.fact();
        if (at.seen() == MachineFacts.Seen.ABSENT) {
            return bad(List.of(account.name()), "no home folder", account.home());
        }
        if (home == null || home.mode() < 0) {
            return Answer.unknown("home", account.home(), at.why());
        }
        boolean holds = (home.mode() & PERMISSIONS & ~CLOSED) == 0 && home.uid() == account.uid();
        String found = home.permissions() + " " + home.owner();
        return Answer.of(
                holds,
                new Found(
                        "home",
                        found,
                        Integer.toOctalString(CLOSED) + " or less, of " + account.name(),
                        account.home(),
                        "The home folder of " + account.name() + " is " + found + "."));
    }

    private static <T> Answer twice(List<T> all, Function<T, String> key, String where) {
        Map<String, Integer> counts = new HashMap<>();
        all.forEach(one -> counts.merge(key.apply(one), 1, Integer::sum));
        return bad(
                counts.entrySet().stream()
                        .filter(entry -> entry.getValue() > 1)
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList(),
                "been given twice",
                where);
    }

    private static Answer bad(List<String> names, String has, String where) {
        String all = String.join(", ", names);
        return Answer.of(
                names.isEmpty(),
                new Found(
                        "accounts",
                        all,
                        "none with " + has,
                        where,
                        names.isEmpty() ? "None has " + has + "." : all + " has " + has + "."));
    }

    @Override
    public Stream<String> paths() {
        return Stream.of("/etc/passwd", "/etc/shadow", "/etc/group");
    }
}
