package dev.breakwater.seal;

import dev.breakwater.seal.SealRefused.Reason;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Days in their order, as a file.
 *
 * @param format {@link #FORMAT}
 * @param days the oldest first
 */
public record DayChain(String format, List<Day> days) {

    /** The present format. */
    public static final String FORMAT = "breakwater-days/1";

    public DayChain {
        Objects.requireNonNull(format, "format");
        days = List.copyOf(days);
    }

    /** Reads the file. @throws SealRefused if it is none */
    public static DayChain read(byte[] json) throws SealRefused {
        try {
            DayChain chain = Seal.JSON.readValue(json, DayChain.class);
            if (FORMAT.equals(chain.format())) {
                return chain;
            }
        } catch (JacksonException | IllegalArgumentException | NullPointerException malformed) {
            throw new SealRefused(Reason.MALFORMED, "it is no chain of days that this release reads");
        }
        throw new SealRefused(Reason.MALFORMED, "it is no chain of days of the format " + FORMAT);
    }

    /** As a file, in JSON. */
    public byte[] bytes() {
        return Seal.JSON.writeValueAsBytes(this);
    }

    /**
     * Asks whether a report stands in the chain: the head that it names is one of the days, and once the day of its sealing is
     * closed, it is one of the reports that were sealed then. Ask {@link #require} first.
     *
     * @return the day that holds it, {@code null} = the day of its sealing is not closed yet
     * @throws SealRefused if it does not
     */
    public @Nullable LocalDate requireReport(SealedBundle.Verified report) throws SealRefused {
        String named = report.manifest().chain().hash();
        if (!named.equals(Day.NOTHING)
                && days.stream().noneMatch(day -> day.hash().equals(named))) {
            throw new SealRefused(
                    Reason.CHANGED, "no day of the chain has the hash " + named + ", which the report names");
        }
        for (Day day : days) {
            if (day.reports().contains(report.sha256())) {
                return day.day();
            }
        }
        LocalDate sealed = LocalDate.ofInstant(report.manifest().createdAt(), ZoneOffset.UTC);
        if (days.isEmpty() || days.getLast().day().isBefore(sealed)) {
            return null;
        }
        throw new SealRefused(Reason.CHANGED, "no day of the chain holds the report, which was sealed on " + sealed);
    }

    /**
     * Asks whether each day follows from the one before and is signed by a trusted key.
     *
     * @param head a hash that a report or a message named and that must stand in it, {@code null} = none
     * @throws SealRefused naming the first day that does not
     */
    public void require(Trust trust, @Nullable String head) throws SealRefused {
        boolean seen = head == null;
        Day before = null;
        for (Day day : days) {
            day.requireAfter(before);
            day.requireSound(trust);
            seen |= day.hash().equals(head);
            before = day;
        }
        if (!seen) {
            throw new SealRefused(Reason.CHANGED, "no day of the chain has the hash " + head);
        }
    }
}
