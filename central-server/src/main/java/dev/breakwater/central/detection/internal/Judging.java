package dev.breakwater.central.detection.internal;

import dev.breakwater.central.inventory.LoadedWorkload;
import dev.breakwater.engine.model.Workload;
import dev.breakwater.engine.policy.Verdict;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came out of judging one workload.
 *
 * @param workload {@code null} if the judgement itself failed
 * @param fingerprint of the assembled workload with what else the stored rows say of it; empty if it failed
 * @param bySensor what the cluster's sensor has to find, which looks into no image; the same list where no image was looked into
 * @param along what others asked, by kind
 * @param errorId of what failed, {@code null} = nothing
 */
record Judging(
        LoadedWorkload loaded,
        @Nullable Workload workload,
        byte[] fingerprint,
        List<Verdict> verdicts,
        List<Verdict> bySensor,
        Map<Class<?>, Object> along,
        @Nullable String errorId,
        String cause) {

    UUID id() {
        return loaded.id();
    }

    boolean failed() {
        return workload == null;
    }
}
