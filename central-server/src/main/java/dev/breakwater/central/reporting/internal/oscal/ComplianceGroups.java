package dev.breakwater.central.reporting.internal.oscal;

import dev.breakwater.central.compliance.Compliance;
import dev.breakwater.central.compliance.Compliance.Cell;
import dev.breakwater.central.compliance.ControlResult;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Page;
import dev.breakwater.central.reporting.ReportContext;
import dev.breakwater.engine.compliance.Standard;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads results of compliance one standard and cluster at a time; more are never in memory. */
@Component
public class ComplianceGroups {

    private final Compliance compliance;

    ComplianceGroups(Compliance compliance) {
        this.compliance = compliance;
    }

    /** Takes what a standard comes out as in a cluster. */
    public interface Sink {
        void take(Standard standard, Cell cell, List<ControlResult> controls) throws IOException;
    }

    /** Hands on each standard in each cluster that the report covers, if any of its controls is in it. */
    public void each(ReportContext context, Sink sink) throws IOException {
        List<Cell> cells = compliance.cells(context.scope());
        for (Standard standard : compliance.standards()) {
            if (!context.standards().isEmpty() && !context.standards().contains(standard.id())) {
                continue;
            }
            for (Cell cell : cells) {
                if (cell.standard().equals(standard.id())) {
                    List<ControlResult> controls = controls(context, cell);
                    if (!controls.isEmpty()) {
                        sink.take(standard, cell, controls);
                    }
                }
            }
        }
    }

    private List<ControlResult> controls(ReportContext context, Cell cell) {
        String q = (context.q() + " standard:\"" + cell.standard() + "\" cluster:\"" + cell.clusterId() + "\"").strip();
        List<ControlResult> all = new ArrayList<>();
        @Nullable String token = null;
        do {
            Page<ControlResult> page = compliance.results(
                    new ListRequest(q, "control", ListRequest.MAX_PAGE_SIZE, token), context.scope());
            // The filter of text finds parts of names, too.
            page.items().stream()
                    .filter(result -> result.standard().equals(cell.standard()))
                    .forEach(all::add);
            token = page.nextPageToken();
        } while (token != null);
        return all;
    }
}
