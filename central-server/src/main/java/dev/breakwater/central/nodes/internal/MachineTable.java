package dev.breakwater.central.nodes.internal;

import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.image.OperatingSystem;
import dev.breakwater.engine.machine.MachineEvidence;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes {@code machines}. */
@Component
class MachineTable {

    /** Packages that are a container runtime, by how the kubelet would call it. */
    private static final List<List<String>> RUNTIMES = List.of(
            List.of("docker", "docker-ce", "docker.io", "moby-engine"),
            List.of("containerd", "containerd.io", "containerd"),
            List.of("cri-o", "cri-o"),
            List.of("podman", "podman"));

    private final JdbcTemplate jdbc;

    MachineTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The id of a machine: the same again after it was forgotten. */
    static UUID id(String machineId) {
        return UUID.nameUUIDFromBytes(("machine/" + machineId).getBytes(StandardCharsets.UTF_8));
    }

    int count() {
        Integer count = jdbc.queryForObject("select count(*) from machines", Integer.class);
        return count == null ? 0 : count;
    }

    boolean has(UUID id) {
        return Boolean.TRUE.equals(
                jdbc.queryForObject("select exists (select 1 from machines where id = ?)", Boolean.class, id));
    }

    void write(UUID id, String machineId, MachineEvidence evidence, Instant at) {
        OperatingSystem os = evidence.machine().os();
        jdbc.update(
                """
                insert into machines (id, machine_id, name, os_image, kernel_version, container_runtime, architecture, first_seen_at)
                values (?, ?, ?, ?, ?, ?, ?, ?::timestamptz)
                on conflict (id) do update set name = excluded.name, os_image = excluded.os_image,
                    kernel_version = excluded.kernel_version, container_runtime = excluded.container_runtime,
                    architecture = excluded.architecture
                """,
                id,
                machineId,
                clean(
                        evidence.machine().hostname().isBlank()
                                ? machineId
                                : evidence.machine().hostname()),
                os == null ? "" : clean(os.prettyName().isEmpty() ? os.label() : os.prettyName()),
                clean(evidence.machine().kernel()),
                clean(runtime(evidence.packages())),
                clean(evidence.machine().architecture()),
                at.toString());
    }

    /** The first runtime that is installed, empty = none is. */
    private static String runtime(List<InstalledPackage> packages) {
        return RUNTIMES.stream()
                .flatMap(names -> packages.stream()
                        .filter(one -> names.subList(1, names.size()).contains(one.name()))
                        .map(one -> names.getFirst() + "://" + one.version()))
                .findFirst()
                .orElse("");
    }

    private static String clean(String text) {
        return text.replace('\0', '\ufffd');
    }

    boolean remove(UUID id) {
        return jdbc.update("delete from machines where id = ?", id) > 0;
    }

    /** Evidence of whatever has this id goes, and that some was received. */
    void removeEvidence(UUID id) {
        jdbc.update("delete from node_evidence where node_id = ?", id);
        jdbc.update("delete from node_evidence_history where node_id = ?", id);
    }

    /** What a machine or a node calls itself. */
    Optional<String> name(UUID id) {
        return jdbc
                .queryForList(
                        "select name from machines where id = ? union all select name from vanished_nodes where id = ?",
                        String.class,
                        id,
                        id)
                .stream()
                .findFirst();
    }
}
