package dev.breakwater.central.reporting.internal.content;

import dev.breakwater.central.reporting.ReportContext;
import dev.breakwater.central.reporting.ReportDocument;
import dev.breakwater.central.reporting.ReportKind;

/** Says what stands in reports of a kind. A kind more is one bean more. */
public interface ReportSource {

    ReportKind kind();

    /** Called within the snapshot of the context; its tables are read later, within the same. */
    ReportDocument compose(ReportContext context);
}
