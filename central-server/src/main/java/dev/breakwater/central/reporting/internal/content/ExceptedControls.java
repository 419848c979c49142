package dev.breakwater.central.reporting.internal.content;

import dev.breakwater.central.compliance.ControlException;
import dev.breakwater.central.compliance.ControlExceptions;
import dev.breakwater.central.compliance.ControlResult;
import dev.breakwater.central.reporting.ReportContext;
import dev.breakwater.engine.compliance.Standard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What people decided not to count as failing for a time, as tables of reports tell it. */
@Component
class ExceptedControls {

    private final ControlExceptions exceptions;

    ExceptedControls(ControlExceptions exceptions) {
        this.exceptions = exceptions;
    }

    /** Those that hold as of a report. */
    Of of(ReportContext context) {
        List<ControlException> all = new ArrayList<>();
        FirstRows.pages(
                "state:approved",
                "",
                Long.MAX_VALUE,
                request -> exceptions.list(request, context.scope()),
                (ControlException one) -> {
                    if (one.holds(context.asOf())) {
                        all.add(one);
                    }
                });
        return new Of(all.stream().collect(Collectors.groupingBy(ControlException::clusterId)));
    }

    /** Those that hold, by cluster. */
    record Of(Map<UUID, List<ControlException>> byCluster) {

        /** Those by which answers of a control do not count, in words: what, until when, why, and by whom. */
        List<String> words(Optional<Standard> standard, ControlResult result) {
            List<String> checks = result.excepted() == 0
                    ? List.of()
                    : standard.flatMap(one -> one.control(result.control()))
                            .map(Standard.Control::checks)
                            .orElse(List.of());
            return byCluster.getOrDefault(result.clusterId(), List.of()).stream()
                    .filter(one -> one.checks().stream().anyMatch(checks::contains))
                    .map(ControlSections::words)
                    .toList();
        }
    }
}
