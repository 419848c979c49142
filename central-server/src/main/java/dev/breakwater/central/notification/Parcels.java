package dev.breakwater.central.notification;

import java.util.List;
import java.util.Optional;

/**
 * Brings files to targets, for capabilities that keep their own deliveries: once, without trying again. No rights are asked: who
 * offers it to people asks for them.
 */
public interface Parcels {

    /**
     * A target by its id or name.
     *
     * @param target without regard to case
     */
    Optional<Notifier> find(String target);

    /**
     * Reads addresses of mail as people write them.
     *
     * @param field what a refusal names
     * @param told addresses with commas, semicolons or spaces between them, 1 to 50
     * @throws dev.breakwater.central.platform.InvalidRequest if one is none
     */
    List<String> receivers(String field, String told);

    /**
     * Brings files to a target and waits for the answer.
     *
     * @param target by its id or name
     * @return the answer, in words
     * @throws Failed if it was not taken, or if nobody knows
     */
    String bring(String target, Parcel parcel) throws Failed;

    /** A try that failed. */
    final class Failed extends Exception {

        private static final long serialVersionUID = 1L;

        private final boolean lasting;

        /**
         * @param words why, as people may read it
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
