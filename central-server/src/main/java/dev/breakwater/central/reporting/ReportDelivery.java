package dev.breakwater.central.reporting;

import java.util.List;
import java.util.UUID;

/**
 * Brings the files of reports somewhere. A way more is one bean more. It is called after the job is done and kept, never by two
 * replicas at once for the same delivery, and again with a back-off after a failure.
 */
public interface ReportDelivery {

    /** The word for it in {@link ReportDestination#kind()}, upper case. */
    String kind();

    /** What it does, in words, such as {@code by e-mail}. */
    String title();

    /**
     * Looks at a destination that somebody wants.
     *
     * @throws dev.breakwater.central.platform.InvalidRequest naming what cannot be used
     */
    void check(ReportDestination destination);

    /**
     * One try to bring the files of a job one way.
     *
     * @param id the same at each try, so that a receiver can tell that it has it
     * @param attempt from 1, and from 1 again when somebody has it tried anew after it was given up
     */
    record Try(UUID id, int attempt) {}

    /**
     * Brings the files there.
     *
     * @param files of the job, with what lies beside
     * @return what the receiver said, in a few words
     * @throws Failed if it did not work
     */
    String deliver(
            Try tried,
            ReportDefinition definition,
            ReportJob job,
            ReportDestination destination,
            List<? extends RenderedFile> files)
            throws Failed;

    /** It did not work. */
    final class Failed extends Exception {

        private static final long serialVersionUID = 1L;

        private final boolean lasting;

        /**
         * @param words why, for people; without secrets
         * @param lasting whether trying again would not help
         */
        public Failed(String words, boolean lasting) {
            super(words);
            this.lasting = lasting;
        }

        public boolean isLasting() {
            return lasting;
        }
    }
}
