package dev.breakwater.central.reporting;

import dev.breakwater.central.platform.AccessScope;
import java.time.Instant;
import java.util.List;

/**
 * What a report is made of. It holds within one read-only transaction whose snapshot all forms of the report share: whatever
 * service of central is asked meanwhile, on the same thread and with the scope given here, answers from that snapshot. The
 * author of the report is who acts.
 */
public interface ReportContext {

    /** The definition as it was when the job was made. */
    ReportDefinition definition();

    ReportJob job();

    /** As of when the data is. */
    Instant asOf();

    /** What the author may see now. */
    AccessScope scope();

    /** The filter of the definition, its saved view and its clusters in one, for the kind's list. */
    String q();

    /** The standards of a report of compliance: those of the definition that are there, or all. */
    List<String> standards();

    /** Ids of standards that the definition names and that are no longer there. */
    default List<String> goneStandards() {
        return List.of();
    }

    /** Whether this is only a look at what a report would be: made of the first rows, in bounded time, and signed by nobody. */
    default boolean isPreview() {
        return false;
    }

    /** What stands in it. Put together once. */
    ReportDocument document();

    /** Version of the product. */
    String version();
}
