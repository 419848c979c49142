package dev.breakwater.seal;

import dev.breakwater.seal.SealRefused.Reason;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A day of the chain: what was sealed on it and what the audit log says of it, hashed together with the day before, so that none
 * can be changed, put in or left out later without changing every day that follows.
 *
 * @param day in UTC
 * @param previous hash of the day before, {@link #NOTHING} of the first
 * @param reports digests of the manifests sealed on it, in the order of sealing
 * @param audit what the audit log says of it
 * @param hash of all of this, as {@link #computed} tells
 * @param seal over {@link #text}, so that who can write to the database cannot write a chain of his own
 */
public record Day(LocalDate day, String previous, List<String> reports, AuditDigest audit, String hash, Seal seal) {

    /** Media type of what is signed. */
    public static final String TYPE = "text/vnd.breakwater.day";

    /** What stands before the first day. */
    public static final String NOTHING = "0".repeat(64);

    /**
     * The entries of the audit log of a day.
     *
     * @param first number of the first, 0 = there is none
     * @param last number of the last
     * @param sha256 over all of them in their order
     */
    public record AuditDigest(long entries, long first, long last, String sha256) {}

    public Day {
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(audit, "audit");
        Objects.requireNonNull(seal, "seal");
        reports = List.copyOf(reports);
    }

    /** What is hashed and signed: lines of text, each with its line feed. */
    public static byte[] text(LocalDate day, String previous, List<String> reports, AuditDigest audit) {
        StringBuilder text = new StringBuilder("breakwater-day/1\n");
        text.append("day ").append(day).append('\n');
        text.append("previous ").append(previous).append('\n');
        text.append("audit ")
                .append(audit.entries())
                .append(' ')
                .append(audit.first())
                .append(' ');
        text.append(audit.last()).append(' ').append(audit.sha256()).append('\n');
        reports.forEach(report -> text.append("report ").append(report).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What this day's hash must be. */
    public String computed() {
        return Digests.sha256(text());
    }

    /** What this day's seal signs. */
    public byte[] text() {
        return text(day, previous, reports, audit);
    }

    /**
     * Asks whether it follows from the day before.
     *
     * @param before {@code null} = it is the first that is looked at
     * @throws SealRefused if it does not
     */
    public void requireAfter(@Nullable Day before) throws SealRefused {
        if (before == null) {
            return;
        }
        if (!previous.equals(before.hash())) {
            throw broken("does not follow from the day before");
        }
        if (!day.equals(before.day().plusDays(1))) {
            throw broken("is not the day after " + before.day());
        }
    }

    /**
     * Asks whether its hash is that of what it says, and it is signed by somebody who is trusted.
     *
     * @throws SealRefused if not
     */
    public void requireSound(Trust trust) throws SealRefused {
        if (!hash.equals(computed())) {
            throw broken("was changed: its hash is not that of what it says");
        }
        seal.require(TYPE, text(), trust);
    }

    private SealRefused broken(String why) {
        return new SealRefused(Reason.CHANGED, day + " " + why);
    }
}
