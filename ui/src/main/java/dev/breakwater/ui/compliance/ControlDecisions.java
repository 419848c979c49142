package dev.breakwater.ui.compliance;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.breakwater.central.compliance.Attestation;
import dev.breakwater.central.compliance.AttestationFile;
import dev.breakwater.central.compliance.Attestations;
import dev.breakwater.central.compliance.Compliance.CheckAnswer;
import dev.breakwater.central.compliance.ComplianceRuns;
import dev.breakwater.central.compliance.ControlException;
import dev.breakwater.central.compliance.ControlExceptions;
import dev.breakwater.central.compliance.ControlResult.Sample;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.Conflict;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.engine.compliance.Standard;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.Failures;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.PlainText;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people decide of controls: that they are met, and what is not counted for a time. The cluster is added up at once. */
final class ControlDecisions {

    private static final int MOST_WAITING = 50;
    private static final int SHOWN_OF_HASH = 16;

    private final Attestations attestations;
    private final ControlExceptions exceptions;
    private final ComplianceRuns runs;
    private final Readers readers;
    private final Clock clock;
    private final boolean allowed;
    private final String reader;
    private final Runnable changed;

    /**
     * @param changed what follows a decision
     */
    ControlDecisions(
            Attestations attestations,
            ControlExceptions exceptions,
            ComplianceRuns runs,
            Readers readers,
            Clock clock,
            AuthenticationContext person,
            Runnable changed) {
        this.attestations = attestations;
        this.exceptions = exceptions;
        this.runs = runs;
        this.readers = readers;
        this.clock = clock;
        this.allowed = person.hasRole("ADMIN");
        this.reader = person.getPrincipalName().orElse("");
        this.changed = changed;
    }

    /** Whether the reader may decide anything. */
    boolean areAllowed() {
        return allowed;
    }

    /** Whether the reader may let hold what was asked for: nobody approves what they asked for themselves. */
    boolean mayApprove(ControlException asked) {
        return allowed && !asked.requestedBy().equals(reader);
    }

    void attest(String standard, Standard.Control control, UUID cluster, String clusterName) {
        new AttestDialog(attestations, standard, control, cluster, clusterName, LocalDate.now(clock), this::added)
                .open();
    }

    private void added(Attestation attestation) {
        addUp(attestation.clusterId(), "attested");
    }

    void withdraw(Attestation attestation) {
        attempt(
                () -> attestations.withdraw(attestation.id()),
                attestation.clusterId(),
                "an attestation was taken back");
    }

    void except(CheckAnswer answer, Sample sample) {
        new ExceptDialog(exceptions, readers.scope(), answer, sample, LocalDate.now(clock), changed).open();
    }

    void approve(ControlException one) {
        attempt(() -> exceptions.approve(one.id(), "", readers.scope()), one.clusterId(), "an exception was approved");
    }

    void deny(ControlException one) {
        attempt(() -> exceptions.deny(one.id(), "", readers.scope()), one.clusterId(), "an exception was denied");
    }

    void end(ControlException one) {
        attempt(() -> exceptions.end(one.id(), "", readers.scope()), one.clusterId(), "an exception was ended");
    }

    /** The exceptions that somebody else has to decide of. */
    List<ControlException> waiting(AccessScope scope) {
        return exceptions
                .list(new ListRequest("state:requested", "", MOST_WAITING, null), scope)
                .items();
    }

    /** The file that goes with an attestation, to be downloaded; name and type are shown as text only. */
    Component file(Attestation of, AttestationFile file) {
        AccessScope scope = readers.scope();
        Anchor link = new Anchor(
                DownloadHandler.fromInputStream(request -> {
                    byte[] content = attestations.file(of.id(), scope).content();
                    return new DownloadResponse(
                            new ByteArrayInputStream(content), file.name(), "application/octet-stream", content.length);
                }),
                AttachmentType.DOWNLOAD,
                PlainText.of(file.name()));
        link.addClassName("bw-link");
        return Markup.box(
                "bw-attestation-file",
                link,
                Markup.text(
                        "bw-meta",
                        file.mediaType() + ", " + Counted.number(file.size()) + " bytes, SHA-256 "
                                + file.sha256().substring(0, SHOWN_OF_HASH) + "…"));
    }

    private void attempt(Runnable decision, @Nullable UUID cluster, String cause) {
        try {
            decision.run();
        } catch (Conflict | InvalidRequest | NotFound e) {
            Notification.show(Failures.words(e));
            return;
        }
        addUp(cluster, cause);
    }

    private void addUp(@Nullable UUID cluster, String cause) {
        runs.run(cluster, cause);
        changed.run();
    }
}
