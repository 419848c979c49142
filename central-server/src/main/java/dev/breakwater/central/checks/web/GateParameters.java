package dev.breakwater.central.checks.web;

import dev.breakwater.central.checks.GateRuns;
import dev.breakwater.central.platform.InvalidRequest;
import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What a pipeline tells of a run that is to be kept. */
record GateParameters(
        @Parameter(description = "Refused from this severity on: LOW, MEDIUM, HIGH, CRITICAL or NONE; LOW if absent")
        @Nullable
        String failOn,

        @Parameter(description = "A policy of that severity that cannot be judged is no pass") @Nullable
        Boolean failOnUnknown,

        @Parameter(description = "How many files the pipeline could not read and did not send") @Nullable
        Integer unreadable,

        @Parameter(description = "What is checked, such as the name of a repository", example = "shop/deploy") @Nullable
        String source,

        @Parameter(description = "Address of the pipeline's run") @Nullable
        String pipeline,

        @Parameter(description = "What is checked out") @Nullable
        String commit,

        @Parameter(description = "From which branch") @Nullable
        String branch) {

    GateRuns.Gate gate() {
        return new GateRuns.Gate(
                failOn == null || failOn.isBlank() ? "LOW" : failOn,
                Boolean.TRUE.equals(failOnUnknown),
                unreadable == null ? 0 : unreadable,
                text(source),
                text(pipeline),
                text(commit),
                text(branch));
    }

    /** These change nothing of a check that is not kept; given all the same, something else was meant. */
    void refuseGiven() {
        if (failOn != null
                || failOnUnknown != null
                || unreadable != null
                || source != null
                || pipeline != null
                || commit != null
                || branch != null) {
            throw new InvalidRequest("record", "false", "true, if the run is described");
        }
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
