package dev.breakwater.sensor.node;

import dev.breakwater.engine.machine.MachineEvidence.Account;
import dev.breakwater.engine.machine.MachineEvidence.RunningProcess;
import dev.breakwater.sensor.node.LookedPaths.Depth;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Looks at files that others name: command lines of components, home directories of accounts. */
final class NamedFiles {

    private static final Set<String> COMPONENTS = Set.of(
            "kubelet",
            "kube-apiserver",
            "kube-controller-manager",
            "kube-scheduler",
            "kube-proxy",
            "etcd",
            "containerd",
            "dockerd",
            "crio",
            "k3s",
            "rke2",
            "kubelite",
            "hyperkube");
    private static final Pattern PATH = Pattern.compile("/[\\w./@+-]{2,400}");
    private static final Set<String> CONFIGURATION = Set.of(
            "config",
            "config-file",
            "audit-policy-file",
            "admission-control-config-file",
            "authentication-config",
            "authorization-config",
            "pod-manifest-path");
    private static final Set<String> ENCRYPTION =
            Set.of("encryption-provider-config", "experimental-encryption-provider-config");
    private static final Set<String> NO_SHELL =
            Set.of("/usr/sbin/nologin", "/sbin/nologin", "/bin/false", "/usr/bin/false", "/bin/sync", "");
    private static final Set<String> NOT_A_HOME = Set.of("/", "/dev", "/bin", "/sbin", "/usr/sbin", "/nonexistent", "");
    private static final int MOST_PATHS = 500;
    private static final int MOST_HOMES = 500;

    private final Root root;
    private final FileLook files;
    private final Findings findings;

    NamedFiles(Root root, FileLook files, Findings findings) {
        this.root = root;
        this.files = files;
        this.findings = findings;
    }

    /** Files that the components of Kubernetes and of containers are started with. */
    void ofProcesses(List<RunningProcess> processes) {
        int left = MOST_PATHS;
        for (RunningProcess process : processes) {
            if (process.arguments().isEmpty() || !COMPONENTS.contains(name(process))) {
                continue;
            }
            String option = "";
            for (String word :
                    process.arguments().subList(1, process.arguments().size())) {
                int equals = word.indexOf('=');
                String name = equals > 0 && word.startsWith("-") ? word.substring(0, equals) : option;
                String value = equals > 0 && word.startsWith("-") ? word.substring(equals + 1) : word;
                option = word.startsWith("-") && equals < 0 ? word : "";
                if (PATH.matcher(value).matches() && !value.contains("/../")) {
                    if (left-- == 0) {
                        findings.unread("files", "components name more than " + MOST_PATHS + " paths");
                        return;
                    }
                    look(value, name.replaceFirst("^-+", ""), process.pid());
                }
            }
        }
    }

    /** Configuration may lie in the component's container, as that of kube-proxy usually does. */
    private void look(String path, String option, int pid) {
        if (CONFIGURATION.contains(option)) {
            files.look(path, Depth.CONFIG, pid);
        } else if (ENCRYPTION.contains(option)) {
            files.look(path, Depth.PROVIDERS, pid);
        } else {
            files.look(path, Depth.FACTS);
        }
    }

    private static String name(RunningProcess process) {
        String program = process.arguments().getFirst();
        return program.substring(program.lastIndexOf('/') + 1);
    }

    /** Home directories of those who may sign in, and what begins with a dot in them. */
    void ofAccounts(List<Account> accounts) {
        int left = MOST_HOMES;
        for (Account account : accounts) {
            String home = account.home();
            if (NO_SHELL.contains(account.shell()) || NOT_A_HOME.contains(home) || !home.startsWith("/")) {
                continue;
            }
            if (left-- == 0) {
                findings.unread("files", "there are more than " + MOST_HOMES + " home directories");
                return;
            }
            files.look(home, Depth.FACTS);
            try {
                for (String name : root.names(home)) {
                    if (name.startsWith(".")) {
                        files.look(home + "/" + name, Depth.FACTS);
                    }
                }
                files.addLooked(home + "/.*");
                files.look(home + "/.ssh/authorized_keys", Depth.FACTS);
            } catch (IOException e) {
                if (!Reasons.isAbsent(e)) {
                    findings.unread(home, Reasons.of(e));
                }
            }
        }
    }
}
