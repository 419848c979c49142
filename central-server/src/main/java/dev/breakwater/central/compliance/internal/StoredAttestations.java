package dev.breakwater.central.compliance.internal;

import dev.breakwater.central.audit.ActorSource;
import dev.breakwater.central.audit.Audit;
import dev.breakwater.central.compliance.Attestation;
import dev.breakwater.central.compliance.AttestationFile;
import dev.breakwater.central.compliance.Attestations;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.Ids;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.engine.compliance.Fitting.Concern;
import dev.breakwater.engine.compliance.Standard;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class StoredAttestations implements Attestations {

    private static final int LONGEST = 4_000;

    private final AttestationTable table;
    private final AttestationsInForce inForce;
    private final StandardsInForce standards;
    private final FittingStandards fitting;
    private final JdbcTemplate jdbc;
    private final Audit audit;
    private final ActorSource actors;
    private final Clock clock;

    StoredAttestations(
            AttestationTable table,
            AttestationsInForce inForce,
            StandardsInForce standards,
            FittingStandards fitting,
            JdbcTemplate jdbc,
            Audit audit,
            ActorSource actors,
            Clock clock) {
        this.table = table;
        this.inForce = inForce;
        this.standards = standards;
        this.fitting = fitting;
        this.jdbc = jdbc;
        this.audit = audit;
        this.actors = actors;
        this.clock = clock;
    }

    @Override
    @Transactional
    @PreAuthorize("hasRole('ADMIN')")
    public Attestation attest(
            String standard,
            String control,
            @Nullable UUID clusterId,
            String statement,
            Instant validUntil,
            AttestationFile.@Nullable Brought file) {
        Standard of = standards.byId(standard).orElseThrow(() -> new NotFound("control", standard + "/" + control));
        Standard.Control asked =
                of.controlSpelt(control).orElseThrow(() -> new NotFound("control", standard + "/" + control));
        Instant now = clock.instant();
        check(asked, clusterId, statement, validUntil, now);
        if (clusterId != null && fitting.of(clusterId).concern(of) == Concern.NOT) {
            throw new InvalidRequest(
                    "clusterId",
                    clusterId.toString(),
                    "a cluster that " + of.title()
                            + " concerns: this one it does not, so nothing is asked of it there");
        }
        Attestation attestation = new Attestation(
                Ids.newId(now),
                standard,
                asked.id(),
                clusterId,
                statement.strip(),
                actors.current().name(),
                now,
                validUntil,
                null,
                file == null ? null : file.about());
        table.insert(attestation);
        if (file != null) {
            table.insert(attestation.id(), file);
        }
        audit.record("attested", "control", standard + "/" + asked.id(), asked.title(), null, attestation);
        return attestation;
    }

    @Override
    public List<Holding> holding(Instant at, AccessScope scope) {
        return inForce.holding(at).stream()
                .filter(one -> sees(scope, one.attestation().clusterId()))
                .toList();
    }

    @Override
    public AttestationFile.Brought file(UUID id, AccessScope scope) {
        Attestation of = table.get(id)
                .filter(found -> sees(scope, found.clusterId()))
                .orElseThrow(() -> new NotFound("attestation", id.toString()));
        AttestationFile about = of.file();
        byte[] content = table.content(id).orElse(new byte[0]);
        if (about == null || content.length == 0) {
            throw new NotFound("file of attestation", id.toString());
        }
        return new AttestationFile.Brought(about, content);
    }

    private static boolean sees(AccessScope scope, @Nullable UUID cluster) {
        return cluster == null
                || scope.everything()
                || scope.clusters().contains(cluster)
                || scope.namespaces().stream().anyMatch(one -> one.clusterId().equals(cluster));
    }

    private void check(
            Standard.Control asked, @Nullable UUID clusterId, String statement, Instant validUntil, Instant now) {
        if (!asked.needsAttestation()) {
            throw new InvalidRequest("control", asked.id(), "a control that no tool can see wholly");
        }
        if (clusterId != null
                && jdbc.queryForList("select 1 from clusters where id = ?", Integer.class, clusterId)
                        .isEmpty()) {
            throw new NotFound("cluster", clusterId.toString());
        }
        if (statement.isBlank() || statement.length() > LONGEST || statement.indexOf('\0') >= 0) {
            throw new InvalidRequest(
                    "statement", statement, "1 to " + LONGEST + " characters that say how the demand is met");
        }
        if (!validUntil.isAfter(now) || validUntil.isAfter(now.plus(Duration.ofDays(LONGEST_DAYS)))) {
            throw new InvalidRequest(
                    "validUntil", validUntil.toString(), "an instant within the next " + LONGEST_DAYS + " days");
        }
    }

    @Override
    @Transactional
    @PreAuthorize("hasRole('ADMIN')")
    public void withdraw(UUID id) {
        Attestation before = table.get(id)
                .filter(found -> found.withdrawnAt() == null)
                .orElseThrow(() -> new NotFound("attestation", id.toString()));
        if (!table.withdraw(id, actors.current().name(), clock.instant())) {
            throw new NotFound("attestation", id.toString());
        }
        audit.record(
                "withdrew attestation of", "control", before.standard() + "/" + before.control(), "", before, null);
    }
}
