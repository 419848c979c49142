package dev.breakwater.central.nodes.internal;

import dev.breakwater.central.nodes.EvidenceState;
import dev.breakwater.central.nodes.EvidenceState.Freshness;
import dev.breakwater.central.platform.Conflict;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.engine.machine.MachineEvidence;
import dev.breakwater.scanner.MachineCodec;
import dev.breakwater.scanner.MachineRejected;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** A document that was brought, read and dated. */
record ReceivedEvidence(byte[] json, MachineEvidence evidence, Instant at) {

    /** Clocks of machines differ by so much at the most. */
    private static final Duration AHEAD = Duration.ofMinutes(10);

    /**
     * Reads a document.
     *
     * @throws InvalidRequest if it is none, or of a time that is yet to come
     */
    static ReceivedEvidence read(byte[] json, Instant now) {
        MachineEvidence evidence = parse(json);
        // As the database keeps it, so that the answer is what is read later.
        Instant at = now.truncatedTo(ChronoUnit.MICROS);
        if (evidence.collectedAt().isAfter(at.plus(AHEAD))) {
            throw new InvalidRequest(
                    "collectedAt", evidence.collectedAt().toString(), "a time that has been; it is " + at + " here");
        }
        return new ReceivedEvidence(json, evidence, at);
    }

    private static MachineEvidence parse(byte[] json) {
        try {
            return MachineCodec.read(json);
        } catch (MachineRejected e) {
            throw new InvalidRequest(
                    e.field().isEmpty() ? "evidence" : "evidence/" + e.field(), e.value(), e.allowed());
        }
    }

    /** What is known about it once it is kept. */
    EvidenceState state(UUID nodeId, String actor, boolean forced) {
        return new EvidenceState(
                nodeId,
                Freshness.FRESH,
                evidence.collectedAt().truncatedTo(ChronoUnit.MICROS),
                at,
                evidence.collector(),
                evidence.machine().machineId(),
                evidence.machine().hostname(),
                actor,
                forced,
                EvidenceDocument.hash(json),
                json.length,
                evidence.unread().size(),
                evidence.packages().size());
    }

    /**
     * Evidence that is not kept.
     *
     * @param forced whether its sender asked to have it kept all the same, and may not
     */
    static Conflict refused(String problem, boolean forced) {
        return new Conflict("This is not kept: " + problem
                + (forced
                        ? ". A token of nodes cannot have it kept by force; an administrator can."
                        : ". An administrator can have it kept by force all the same."));
    }

    /** Whether a machine sends by itself: what it sends, again and again, is in the history of its evidence and not in the audit log. */
    static boolean isByAgent() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getAuthorities().stream().anyMatch(one -> "ROLE_NODE".equals(one.getAuthority()));
    }
}
