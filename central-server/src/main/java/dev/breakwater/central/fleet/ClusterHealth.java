package dev.breakwater.central.fleet;

/**
 * How well central sees a cluster: a word and a reason.
 *
 * @param reason why it is so, in words, empty only where the word says it all; instants in it are ISO 8601 in UTC, to the second
 */
public record ClusterHealth(Word word, String reason) {

    /** From good to bad where it is one scale; a cluster has the worst that applies. */
    public enum Word {
        HEALTHY,
        /** The sensor did not renew its certificate in time; it will be cut off when the certificate ends. */
        CERTIFICATE_EXPIRES,
        /** It is seen, but not all of it. */
        DEGRADED,
        /** It is being read for the first time, or anew. */
        SYNCING,
        /** A folder was read completely, and its sensor ended: what is shown is as of then, and nothing watches it. */
        READ_ONCE,
        /** The sensor said nothing for three heartbeats: what is shown is as old as its last word. */
        SILENT,
        NEVER_CONNECTED,
        REVOKED
    }
}
