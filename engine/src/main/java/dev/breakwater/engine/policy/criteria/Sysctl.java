package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Text;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfWorkload;
import java.util.Map;

/** A kernel setting that the pods of a workload make. */
final class Sysctl extends EntryCriterion<OfWorkload> {

    Sysctl() {
        super(
                "Sysctl",
                Level.WORKLOAD,
                "sysctls",
                "A kernel setting that the pod makes, name=value.",
                "kernel\\.shm.*=");
    }

    @Override
    Observed<Map<String, Text>> read(OfWorkload of) {
        return Observed.known(Entries.plain(of.workload().spec().template().sysctls()));
    }

    @Override
    String owner(OfWorkload of) {
        return "The workload";
    }

    @Override
    String path(OfWorkload of) {
        return of.podPath("securityContext.sysctls");
    }
}
