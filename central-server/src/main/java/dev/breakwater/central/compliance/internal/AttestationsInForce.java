package dev.breakwater.central.compliance.internal;

import dev.breakwater.central.compliance.Attestation;
import dev.breakwater.central.compliance.Attestations.Holding;
import dev.breakwater.central.compliance.Attested;
import dev.breakwater.central.compliance.ControlResult;
import dev.breakwater.engine.compliance.Outcome;
import dev.breakwater.engine.compliance.Standard;
import dev.breakwater.engine.compliance.Standard.Control;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Which controls people answer for. What is attested of a control of a standard holds in each profile that takes the control unchanged,
 * since it asks the same there; one of the profile itself comes first.
 */
@Component
class AttestationsInForce {

    private final AttestationTable table;
    private final StandardsInForce standards;
    private final Clock clock;

    AttestationsInForce(AttestationTable table, StandardsInForce standards, Clock clock) {
        this.table = table;
        this.standards = standards;
        this.clock = clock;
    }

    /** Those that hold at an instant, read once. */
    final class At {

        private final Map<String, List<Attestation>> byControl;

        private At(Instant at) {
            byControl = table.holding(at).stream()
                    .collect(Collectors.groupingBy(one -> key(one.standard(), one.control())));
        }

        /** Those of a control in a cluster, its own standard's first, the newest first. */
        List<Attestation> all(Standard standard, Control control, UUID cluster) {
            return byControl.isEmpty()
                    ? List.of()
                    : sources(standard, control)
                            .flatMap(source -> byControl.getOrDefault(key(source, control.id()), List.of()).stream())
                            .filter(one ->
                                    one.clusterId() == null || one.clusterId().equals(cluster))
                            .toList();
        }

        boolean has(Standard standard, Control control, UUID cluster) {
            return !all(standard, control, cluster).isEmpty();
        }

        /** The result with what a person answers for of it: only what passes does so by a word. */
        ControlResult on(ControlResult result) {
            if (byControl.isEmpty() || result.outcome() != Outcome.PASS) {
                return result;
            }
            return standards
                    .byId(result.standard())
                    .flatMap(standard -> standard.control(result.control())
                            .filter(Control::needsAttestation)
                            .flatMap(control -> all(standard, control, result.clusterId()).stream()
                                    .findFirst()))
                    .map(one -> result.attestedBy(Attested.of(one)))
                    .orElse(result);
        }
    }

    /** Those that hold now. */
    At now() {
        return new At(clock.instant());
    }

    /** Those that hold now, with each control that they hold for. */
    List<Holding> holding() {
        return holding(clock.instant());
    }

    /** Every control that one holds for at an instant, by which it is answered there. */
    List<Holding> holding(Instant at) {
        At held = new At(at);
        if (held.byControl.isEmpty()) {
            return List.of();
        }
        List<Holding> all = new ArrayList<>();
        for (Standard standard : standards.all()) {
            standard.controls()
                    .filter(Control::needsAttestation)
                    .forEach(control -> sources(standard, control)
                            .flatMap(source ->
                                    held.byControl.getOrDefault(key(source, control.id()), List.of()).stream())
                            .map(one -> new Holding(standard.id(), control.id(), one))
                            .forEach(all::add));
        }
        return all;
    }

    /** All of a control, also those that are over, the newest first. */
    List<Attestation> history(Standard standard, Control control) {
        return sources(standard, control)
                .flatMap(source -> table.of(source, control.id()).stream())
                .sorted(Comparator.comparing(Attestation::attestedAt).reversed())
                .toList();
    }

    /** The standards whose attestations of the control count: its own, and the base of a profile that takes it as it is. */
    private Stream<String> sources(Standard standard, Control control) {
        Optional<String> base = standards
                .base(standard.id())
                .filter(one -> one.control(control.id()).filter(control::equals).isPresent())
                .map(Standard::id);
        return Stream.concat(Stream.of(standard.id()), base.stream());
    }

    private static String key(String standard, String control) {
        return standard + '\n' + control;
    }
}
