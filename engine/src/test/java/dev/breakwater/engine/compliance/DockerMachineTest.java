package dev.breakwater.engine.compliance;

import static dev.breakwater.engine.compliance.Outcome.FAIL;
import static dev.breakwater.engine.compliance.Outcome.NOT_APPLICABLE;
import static dev.breakwater.engine.compliance.Outcome.PASS;
import static dev.breakwater.engine.compliance.Outcome.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the checks say of machines with Docker. */
class DockerMachineTest {

    private static final String CONTAINER = """
            {"Name":"/web","State":{"Running":true,"Health":{"Status":"healthy"}},"AppArmorProfile":"docker-default",
             "Config":{"User":"1000","Healthcheck":{"Test":["CMD","true"]}},
             "HostConfig":{"Privileged":false,"NetworkMode":"shop","PidMode":"","IpcMode":"private","UTSMode":"","UsernsMode":"",
               "Memory":268435456,"CpuShares":512,"NanoCpus":0,"ReadonlyRootfs":true,"PidsLimit":100,"CapAdd":null,"Devices":[],
               "SecurityOpt":["no-new-privileges:true"],"CgroupParent":"","RestartPolicy":{"Name":"on-failure","MaximumRetryCount":5},
               "PortBindings":{"80/tcp":[{"HostIp":"10.0.0.5","HostPort":"8080"}]}},
             "Mounts":[{"Source":"/var/lib/docker/volumes/data/_data","Propagation":"rprivate"}]}
            """;

    private static MachineBuilder docker(String... containers) {
        MachineBuilder machine = new MachineBuilder()
                .process("/usr/bin/dockerd", "-H", "fd://", "--containerd=/run/containerd/containerd.sock");
        machine.documents.put("docker.containers", "[" + String.join(",", containers) + "]");
        machine.documents.put(
                "docker.info",
                "{\"Driver\":\"overlay2\",\"LoggingDriver\":\"json-file\",\"LiveRestoreEnabled\":false,"
                        + "\"SecurityOptions\":[\"name=apparmor\",\"name=seccomp,profile=builtin\"],"
                        + "\"Swarm\":{\"LocalNodeState\":\"inactive\"}}");
        return machine;
    }

    @Test
    void withoutDockerNothingApplies() {
        MachineBuilder machine = new MachineBuilder();
        assertThat(machine.judged().entrySet())
                .filteredOn(entry -> entry.getKey().startsWith("docker-"))
                .allSatisfy(entry -> assertThat(entry.getValue().outcome()).isEqualTo(NOT_APPLICABLE));
    }

    @Test
    void anOptionComesBeforeDaemonJson() {
        MachineBuilder machine = docker();
        assertThat(machine.outcome("docker-no-icc")).isEqualTo(FAIL);
        assertThat(machine.outcome("docker-no-insecure-registry")).isEqualTo(PASS);
        machine.text(
                "/etc/docker/daemon.json",
                "{\"icc\": false, \"insecure-registries\": [\"10.0.0.0/8\"], \"hosts\": [\"fd://\", \"tcp://0.0.0.0:2375\"]}");
        assertThat(machine.outcome("docker-no-icc")).isEqualTo(PASS);
        assertThat(machine.outcome("docker-no-insecure-registry")).isEqualTo(FAIL);
        assertThat(machine.outcome("docker-tls")).isEqualTo(FAIL);
        machine.process("/usr/bin/dockerd", "--icc=true");
        assertThat(machine.outcome("docker-no-icc")).isEqualTo(FAIL);
        machine.unreadable("/etc/docker/daemon.json");
        assertThat(machine.outcome("docker-no-insecure-registry")).isEqualTo(UNKNOWN);
    }

    @Test
    void whatTheDaemonAnswersIsJudged() {
        MachineBuilder machine = docker();
        assertThat(machine.outcome("docker-no-aufs")).isEqualTo(PASS);
        assertThat(machine.outcome("docker-central-log")).isEqualTo(FAIL);
        assertThat(machine.outcome("docker-live-restore")).isEqualTo(FAIL);
        assertThat(machine.outcome("docker-userns")).isEqualTo(FAIL);
        assertThat(machine.outcome("docker-swarm-managers")).isEqualTo(NOT_APPLICABLE);
        assertThat(machine.outcome("docker-container-selinux")).isEqualTo(NOT_APPLICABLE);
        machine.documents.remove("docker.info");
        assertThat(machine.outcome("docker-no-aufs")).isEqualTo(UNKNOWN);
    }

    @Test
    void aContainerThatIsSetUpWellPasses() {
        MachineBuilder machine = docker(CONTAINER);
        assertThat(machine.judged().entrySet())
                .filteredOn(entry -> entry.getKey().startsWith("docker-container-")
                        && !entry.getKey().contains("selinux")
                        && !entry.getKey().startsWith("docker-container-d-"))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.getValue().outcome())
                        .as(entry.getKey() + entry.getValue().evidence())
                        .isIn(PASS, NOT_APPLICABLE));
    }

    @Test
    void oneBadContainerFailsAndIsNamed() {
        String bad = CONTAINER
                .replace("/web", "/miner")
                .replace("\"Privileged\":false", "\"Privileged\":true")
                .replace("\"User\":\"1000\"", "\"User\":\"\"")
                .replace("\"Source\":\"/var/lib/docker/volumes/data/_data\"", "\"Source\":\"/var/run/docker.sock\"")
                .replace("\"HostPort\":\"8080\"", "\"HostPort\":\"80\"")
                .replace("\"HostIp\":\"10.0.0.5\"", "\"HostIp\":\"\"")
                .replace("\"CapAdd\":null", "\"CapAdd\":[\"SYS_ADMIN\"]")
                .replace("no-new-privileges:true", "seccomp=unconfined");
        MachineBuilder machine = docker(CONTAINER, bad);
        for (String check : new String[] {
            "not-privileged", "user", "no-socket", "ports", "address", "capabilities", "seccomp", "no-new-privileges"
        }) {
            CheckResult result = machine.judged().get("docker-container-" + check);
            assertThat(result.outcome()).as(check).isEqualTo(FAIL);
        }
        assertThat(machine.judged().get("docker-container-not-privileged").evidence())
                .singleElement()
                .extracting(Evidence::path)
                .isEqualTo("/miner");
    }

    @Test
    void aContainerThatStandsStillIsNotAsked() {
        MachineBuilder machine = docker(CONTAINER.replace("\"Running\":true", "\"Running\":false"));
        assertThat(machine.outcome("docker-container-not-privileged")).isEqualTo(NOT_APPLICABLE);
        machine.documents.remove("docker.containers");
        assertThat(machine.outcome("docker-container-not-privileged")).isEqualTo(UNKNOWN);
    }
}
