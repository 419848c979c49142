package dev.breakwater.central.reporting.internal.content;

import dev.breakwater.central.compliance.Attestation;
import dev.breakwater.central.compliance.AttestationFile;
import dev.breakwater.central.compliance.Attestations;
import dev.breakwater.central.compliance.Attestations.Holding;
import dev.breakwater.central.reporting.ReportContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people attest, as reports tell it: who, for which cluster, until when, in which words and with which file. */
@Component
class AttestedControls {

    private final Attestations attestations;

    AttestedControls(Attestations attestations) {
        this.attestations = attestations;
    }

    /** Those that hold as of a report. */
    Of of(ReportContext context) {
        return new Of(attestations.holding(context.asOf(), context.scope()).stream()
                .collect(Collectors.groupingBy(
                        one -> one.standard() + '\n' + one.control(),
                        Collectors.mapping(Holding::attestation, Collectors.toList()))));
    }

    /** Those that hold, by standard and control. */
    record Of(Map<String, List<Attestation>> byControl) {

        /** The cells of a row: what was said, by whom, when, until when it counts, and the names of files. */
        List<@Nullable Object> cells(String standard, String control, UUID cluster) {
            List<Attestation> all = byControl.getOrDefault(standard + '\n' + control, List.of()).stream()
                    .filter(one -> one.clusterId() == null || one.clusterId().equals(cluster))
                    .toList();
            return Provenance.row(
                    joined(" | ", all.stream().map(Attestation::statement)),
                    joined(", ", all.stream().map(Attestation::attestedBy)),
                    latest(all.stream().map(Attestation::attestedAt)),
                    latest(all.stream().map(Attestation::validUntil)),
                    joined(
                            ", ",
                            all.stream()
                                    .map(Attestation::file)
                                    .filter(Objects::nonNull)
                                    .map(AttestationFile::name)));
        }

        private static String joined(String between, Stream<String> texts) {
            return texts.distinct().collect(Collectors.joining(between));
        }

        private static @Nullable Instant latest(Stream<Instant> instants) {
            return instants.max(Comparator.naturalOrder()).orElse(null);
        }
    }

    /**
     * One of them as a paragraph.
     *
     * @param cluster its name, {@code null} = it counts for all clusters
     */
    static String words(Attestation one, @Nullable String cluster) {
        AttestationFile file = one.file();
        return "Attested for " + (cluster == null ? "all clusters" : "the cluster " + cluster) + " by "
                + one.attestedBy() + " on " + day(one.attestedAt()) + ", valid until " + day(one.validUntil()) + ": "
                + one.statement()
                + (file == null
                        ? ""
                        : " With the file " + file.name() + " (" + Counts.number(file.size()) + " bytes, SHA-256 "
                                + file.sha256() + ").");
    }

    private static String day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }
}
