package dev.breakwater.central.detection.internal;

import dev.breakwater.engine.assembly.Assembler;
import dev.breakwater.engine.assembly.Surroundings;
import dev.breakwater.engine.model.ObjectMeta;
import dev.breakwater.engine.model.PodTemplate;
import dev.breakwater.engine.model.Workload;
import dev.breakwater.engine.model.WorkloadSpec;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The engine's assembly, as the judge uses it. */
@Component
class WorkloadAssembly {

    private final Assembler assembler = new Assembler();

    Workload assemble(WorkloadSpec spec, Surroundings around) {
        return assembler.assemble(spec, around);
    }

    /**
     * Equal for workloads that would be judged alike. The workload's own object is the largest part and has a fingerprint
     * already, so only what was joined to it is walked.
     */
    byte[] fingerprint(Workload workload, byte[] ofSpec) {
        Workload joined = new Workload(
                workload.id(),
                workload.cluster(),
                NO_SPEC,
                workload.namespaceLabels(),
                workload.exposures(),
                workload.grants(),
                workload.networkPolicies(),
                workload.tokenMounted(),
                workload.images(),
                workload.running(),
                workload.runningReplicas(),
                workload.accountExists());
        byte[] rest = HexFormat.of().parseHex(assembler.assembledFingerprint(joined));
        return ByteBuffer.allocate(ofSpec.length + rest.length)
                .put(ofSpec)
                .put(rest)
                .array();
    }

    private static final WorkloadSpec NO_SPEC = new WorkloadSpec(
            ObjectMeta.of("", ""),
            "",
            0,
            null,
            null,
            false,
            new PodTemplate(
                    "", Map.of(), Map.of(), "", null, false, false, false, false, null, "", "", "", Map.of(), Map.of(),
                    List.of(), List.of(), List.of()));
}
