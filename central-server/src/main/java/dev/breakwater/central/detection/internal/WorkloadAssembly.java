package dev.breakwater.central.detection.internal;

import dev.breakwater.engine.assembly.Assembler;
import dev.breakwater.engine.assembly.Surroundings;
import dev.breakwater.engine.model.Workload;
import dev.breakwater.engine.model.WorkloadSpec;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** The engine's assembly, as the judge uses it. */
@Component
class WorkloadAssembly {

    private final Assembler assembler = new Assembler();

    Workload assemble(WorkloadSpec spec, Surroundings around) {
        return assembler.assemble(spec, around);
    }

    /** Equal for workloads that would be judged alike. */
    byte[] fingerprint(Workload workload) {
        return HexFormat.of().parseHex(assembler.assembledFingerprint(workload));
    }
}
