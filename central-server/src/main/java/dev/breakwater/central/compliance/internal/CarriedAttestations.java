package dev.breakwater.central.compliance.internal;

import dev.breakwater.central.compliance.AttestationFile;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.system.Carried;
import dev.breakwater.engine.compliance.Standards;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Attestations in an export, with the cluster by its name; what was taken back travels, too, since auditors ask for it. */
@Component
@Order(85)
class CarriedAttestations implements Carried<CarriedAttestations.Kept> {

    private static final int LONGEST = 4_000;
    private static final int LONGEST_NAME = 300;

    /**
     * An attestation as it stands in the file.
     *
     * @param cluster its name, {@code null} = all clusters
     */
    record Kept(
            UUID id,
            String standard,
            String control,
            @Nullable String cluster,
            String statement,
            String attestedBy,
            Instant attestedAt,
            Instant validUntil,
            @Nullable Instant withdrawnAt,
            @Nullable String withdrawnBy,
            @Nullable KeptFile file) {}

    /**
     * A file that goes with one.
     *
     * @param content in Base64
     */
    record KeptFile(String name, String mediaType, String content) {

        AttestationFile.Brought brought() {
            try {
                return AttestationFile.of(name, mediaType, Base64.getDecoder().decode(content));
            } catch (IllegalArgumentException e) {
                throw new InvalidRequest("file.content", "something else", "Base64");
            }
        }
    }

    private final JdbcTemplate jdbc;
    private final AttestationTable table;

    CarriedAttestations(JdbcTemplate jdbc, AttestationTable table) {
        this.jdbc = jdbc;
        this.table = table;
    }

    @Override
    public String name() {
        return "attestations";
    }

    @Override
    public String what() {
        return "attestations of controls";
    }

    @Override
    public Class<Kept> item() {
        return Kept.class;
    }

    @Override
    public String key(Kept item) {
        return item.id().toString();
    }

    @Override
    public List<Kept> read(boolean secrets) {
        return jdbc.query(
                "select a.*, c.name as cluster, f.name as file_name, f.media_type, f.content from compliance_attestations a"
                        + " left join clusters c on c.id = a.cluster_id"
                        + " left join compliance_attestation_files f on f.attestation_id = a.id",
                (row, number) -> new Kept(
                        Sql.uuid(row, "id"),
                        row.getString("standard"),
                        row.getString("control"),
                        row.getString("cluster"),
                        row.getString("statement"),
                        row.getString("attested_by"),
                        Sql.instant(row, "attested_at"),
                        Sql.instant(row, "valid_until"),
                        Sql.instantOrNull(row, "withdrawn_at"),
                        row.getString("withdrawn_by"),
                        file(row)));
    }

    private static @Nullable KeptFile file(ResultSet row) throws SQLException {
        byte[] content = row.getBytes("content");
        return content == null
                ? null
                : new KeptFile(
                        row.getString("file_name"),
                        row.getString("media_type"),
                        Base64.getEncoder().encodeToString(content));
    }

    /** In the audit log a file is told by its name. */
    @Override
    public Record shown(Kept item) {
        KeptFile file = item.file();
        return file == null
                ? item
                : new Kept(
                        item.id(),
                        item.standard(),
                        item.control(),
                        item.cluster(),
                        item.statement(),
                        item.attestedBy(),
                        item.attestedAt(),
                        item.validUntil(),
                        item.withdrawnAt(),
                        item.withdrawnBy(),
                        new KeptFile(
                                file.name(),
                                file.mediaType(),
                                file.brought().about().sha256()));
    }

    @Override
    public void check(Kept item) {
        // Of a standard of one's own nobody knows here whether the same import brings it; the obstacle tells.
        boolean askedForNone = Standards.byId(item.standard())
                .map(standard -> standard.control(item.control())
                        .filter(dev.breakwater.engine.compliance.Standard.Control::needsAttestation)
                        .isEmpty())
                .orElse(false);
        if (askedForNone) {
            throw new InvalidRequest(
                    "control", item.standard() + "/" + item.control(), "a control that asks for an attestation");
        }
        if (item.statement().isBlank() || item.statement().length() > LONGEST) {
            throw new InvalidRequest("statement", item.statement(), "1 to " + LONGEST + " characters");
        }
        if (item.attestedBy().isBlank() || item.attestedBy().length() > LONGEST_NAME) {
            throw new InvalidRequest("attestedBy", item.attestedBy(), "1 to " + LONGEST_NAME + " characters");
        }
        if (item.file() != null) {
            item.file().brought();
        }
        if (!item.validUntil().isAfter(item.attestedAt())) {
            throw new InvalidRequest("validUntil", item.validUntil().toString(), "an instant after attestedAt");
        }
    }

    @Override
    public @Nullable String obstacle(Kept item, Reach reach) {
        if (Standards.byId(item.standard()).isEmpty() && !reach.has("standards", item.standard())) {
            return "there is no standard " + item.standard();
        }
        return item.cluster() == null || reach.has("clusters", item.cluster())
                ? null
                : "there is no cluster " + item.cluster();
    }

    @Override
    public void write(List<Kept> items) {
        Rows rows = Rows.of(
                "uuid", "text", "text", "text", "text", "text", "timestamptz", "timestamptz", "timestamptz", "text");
        for (Kept item : items) {
            rows.add(
                    item.id(),
                    item.standard(),
                    item.control(),
                    item.cluster(),
                    item.statement(),
                    item.attestedBy(),
                    item.attestedAt(),
                    item.validUntil(),
                    item.withdrawnAt(),
                    item.withdrawnBy());
        }
        rows.update(jdbc, """
                insert into compliance_attestations (id, standard, control, cluster_id, statement, attested_by, attested_at,
                    valid_until, withdrawn_at, withdrawn_by)
                select u.id, u.standard, u.control, c.id, u.statement, u.attested_by, u.attested_at, u.valid_until,
                    u.withdrawn_at, u.withdrawn_by
                from %s u(id, standard, control, cluster, statement, attested_by, attested_at, valid_until, withdrawn_at,
                    withdrawn_by) left join clusters c on c.name = u.cluster
                on conflict (id) do update set
                    statement = excluded.statement, valid_until = excluded.valid_until,
                    withdrawn_at = excluded.withdrawn_at, withdrawn_by = excluded.withdrawn_by
                """.formatted(rows.unnest()));
        for (Kept item : items) {
            jdbc.update("delete from compliance_attestation_files where attestation_id = ?", item.id());
            if (item.file() != null) {
                table.insert(item.id(), item.file().brought());
            }
        }
    }
}
