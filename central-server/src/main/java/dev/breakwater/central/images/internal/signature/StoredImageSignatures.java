package dev.breakwater.central.images.internal.signature;

import dev.breakwater.central.audit.Audit;
import dev.breakwater.central.images.ImageReport;
import dev.breakwater.central.images.ImageReports;
import dev.breakwater.central.images.ImageSignatures;
import dev.breakwater.central.images.Verifier.Kind;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.Conflict;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.scanner.signature.SignatureCheck.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what is known of signatures, for people. */
@Service
class StoredImageSignatures implements ImageSignatures {

    /** The last look at any of some images. */
    private record Looked(
            String target,
            @Nullable String digest,
            int found,
            @Nullable Instant at,
            String source,
            String lastError) {}

    private static final String NOBODY = "No signature verifier speaks of it.";

    private final JdbcTemplate jdbc;
    private final ImageReports reports;
    private final SignatureTable table;
    private final Audit audit;
    private final Clock clock;

    StoredImageSignatures(JdbcTemplate jdbc, ImageReports reports, SignatureTable table, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.reports = reports;
        this.table = table;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Report get(String image, AccessScope scope) {
        Object ids = Rows.ids(names(image, scope));
        List<OfVerifier> said = jdbc.query(
                "select distinct on (verifier) * from signatures_of_images where image_id = any(?)"
                        + " order by verifier, checked_at desc nulls last",
                (row, number) -> said(row),
                ids);
        Optional<Looked> looked = looked(ids);
        State state = state(said);
        return new Report(
                state,
                state == State.VERIFIED ? "" : reason(state, said),
                looked.map(Looked::digest).orElse(null),
                looked.map(Looked::found).orElse(0),
                looked.map(Looked::at).orElse(null),
                looked.map(Looked::source).orElse(""),
                looked.map(Looked::lastError).orElse(""),
                said);
    }

    private List<UUID> names(String image, AccessScope scope) {
        return reports.get(image, scope).names().stream()
                .map(ImageReport.Name::id)
                .toList();
    }

    private static OfVerifier said(ResultSet row) throws SQLException {
        return new OfVerifier(
                row.getString("verifier"),
                Kind.valueOf(row.getString("kind")),
                State.valueOf(row.getString("outcome")),
                Sql.texts(row, "signers"),
                row.getString("reason"),
                Sql.instantOrNull(row, "checked_at"),
                Sql.instantOrNull(row, "since"));
    }

    private Optional<Looked> looked(Object ids) {
        return jdbc
                .query(
                        "select s.* from image_signatures s where s.target in (select coalesce(i.digest, i.name)"
                                + " from images i where i.id = any(?)) order by s.looked_at desc nulls last limit 1",
                        (row, number) -> new Looked(
                                row.getString("target"),
                                row.getString("digest"),
                                row.getInt("found"),
                                Sql.instantOrNull(row, "looked_at"),
                                row.getString("source"),
                                row.getString("last_error")),
                        ids)
                .stream()
                .findFirst();
    }

    private static State state(List<OfVerifier> said) {
        if (said.isEmpty() || has(said, State.UNKNOWN) && !has(said, State.VERIFIED)) {
            return State.UNKNOWN;
        }
        return has(said, State.VERIFIED) ? State.VERIFIED : State.UNVERIFIED;
    }

    private static boolean has(List<OfVerifier> said, State state) {
        return said.stream().anyMatch(one -> one.state() == state);
    }

    private static String reason(State state, List<OfVerifier> said) {
        return said.stream()
                .filter(one -> one.state() == state)
                .map(OfVerifier::reason)
                .findFirst()
                .orElse(NOBODY);
    }

    @Override
    @Transactional
    @PreAuthorize("hasRole('ADMIN')")
    public void lookAgain(String image) {
        List<UUID> ids = names(image, AccessScope.EVERYTHING);
        table.queue(ids, clock.instant());
        Optional<Looked> looked = looked(Rows.ids(ids));
        if (looked.isEmpty() || !table.hurry(looked.get().target(), clock.instant())) {
            throw new Conflict(
                    "No signature verifier speaks of the image, no workload runs it, or only a tag of it is known, which may name"
                            + " another image by now.");
        }
        audit.record("requested", "look for signatures", "", image, null, null);
    }
}
