package dev.breakwater.central.reporting;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Page;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** The making of reports, and their files. Everybody reads them, but for those of the audit log; administrators begin and end them. */
public interface ReportJobs {

    /** The most jobs that wait or are made. */
    int MOST = 200;

    Page<ReportJob> list(ListRequest request, AccessScope scope);

    /** A filter of the list with what the present person may see of it, as {@link #list} narrows it. */
    String visible(String q);

    /**
     * One job.
     *
     * @throws dev.breakwater.central.platform.NotFound if there is none by that id, or not for the present person
     */
    ReportJob get(UUID id, AccessScope scope);

    /** The newest job of each of these definitions that has one. */
    Map<UUID, ReportJob> newest(Collection<UUID> definitions, AccessScope scope);

    /**
     * Makes a report now; one that somebody asked for and that nobody has begun yet is not made twice.
     *
     * @throws dev.breakwater.central.platform.Busy if too many wait
     */
    ReportJob run(UUID definition);

    /**
     * Ends a job that has not ended.
     *
     * @throws dev.breakwater.central.platform.Conflict if it has
     */
    ReportJob cancel(UUID id);

    /**
     * Makes a job that failed or was cancelled again; of one that is done, brings the files again where they did not arrive.
     *
     * @throws dev.breakwater.central.platform.Conflict if there is nothing to try again
     */
    ReportJob retry(UUID id);

    /**
     * A file of a job.
     *
     * @param name of the file
     * @throws dev.breakwater.central.platform.NotFound if the job has none (any more)
     */
    RenderedFile file(UUID job, String name, AccessScope scope);

    /** The file of a job in a form. */
    RenderedFile file(UUID job, ReportFormat format, AccessScope scope);
}
