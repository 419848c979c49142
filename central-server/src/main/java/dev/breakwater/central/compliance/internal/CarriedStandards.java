package dev.breakwater.central.compliance.internal;

import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.system.Carried;
import dev.breakwater.engine.compliance.Standard;
import dev.breakwater.engine.compliance.StandardDocument;
import dev.breakwater.engine.compliance.StandardRejected;
import dev.breakwater.engine.compliance.Standards;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Standards of their own in an export. */
@Component
@Order(84)
class CarriedStandards implements Carried<CarriedStandards.Kept> {

    private static final int LONGEST_NAME = 300;

    /** A standard as it stands in the file. */
    record Kept(
            String id,
            String document,
            String updatedBy,
            Instant updatedAt,
            @Nullable Instant deletedAt) {}

    private final JdbcTemplate jdbc;

    CarriedStandards(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "standards";
    }

    @Override
    public String what() {
        return "standards and profiles of one's own";
    }

    @Override
    public Class<Kept> item() {
        return Kept.class;
    }

    @Override
    public String key(Kept item) {
        return item.id();
    }

    @Override
    public List<Kept> read(boolean secrets) {
        return jdbc.query(
                "select * from compliance_standards",
                (row, number) -> new Kept(
                        row.getString("id"),
                        row.getString("document"),
                        row.getString("updated_by"),
                        Sql.instant(row, "updated_at"),
                        Sql.instantOrNull(row, "deleted_at")));
    }

    @Override
    public void check(Kept item) {
        if (item.updatedBy().isBlank() || item.updatedBy().length() > LONGEST_NAME) {
            throw new InvalidRequest("updatedBy", item.updatedBy(), "1 to " + LONGEST_NAME + " characters");
        }
        // Whether what a profile extends is there is seen when all is read; what it says of that is not known before.
        String base = base(item.document());
        if (base.isEmpty() || Standards.byId(base).isPresent()) {
            Standard read = read(item.document(), Standards::byId);
            if (!read.id().equals(item.id())) {
                throw new InvalidRequest("id", item.id(), read.id() + ", as the document says");
            }
        }
    }

    private static Standard read(String document, Function<String, Optional<Standard>> bases) {
        try {
            return StandardDocument.read(document, bases).standard();
        } catch (StandardRejected e) {
            StandardRejected.Problem first = e.problems().getFirst();
            throw new InvalidRequest(
                    "document line " + first.line() + " " + first.field(), first.value(), first.allowed());
        }
    }

    /** What a document extends, as far as it can be told by its text; empty = nothing. */
    private static String base(String document) {
        return document.lines()
                .filter(line -> line.startsWith("extends:"))
                .map(line -> line.substring("extends:".length()).strip().replaceAll("^['\"]|['\"]$", ""))
                .findFirst()
                .orElse("");
    }

    @Override
    public @Nullable String obstacle(Kept item, Reach reach) {
        String base = base(item.document());
        return base.isEmpty() || Standards.byId(base).isPresent() || reach.has(name(), base)
                ? null
                : "there is no standard " + base;
    }

    @Override
    public void write(List<Kept> items) {
        Rows rows = Rows.of("text", "text", "text", "timestamptz", "timestamptz");
        for (Kept item : items) {
            rows.add(item.id(), item.document(), item.updatedBy(), item.updatedAt(), item.deletedAt());
        }
        rows.update(jdbc, """
                insert into compliance_standards (id, document, version, created_at, created_by, updated_at, updated_by, deleted_at)
                select u.id, u.document, 1, u.updated_at, u.updated_by, u.updated_at, u.updated_by, u.deleted_at
                from %s u(id, document, updated_by, updated_at, deleted_at)
                on conflict (id) do update set
                    document = excluded.document, version = compliance_standards.version + 1,
                    updated_at = excluded.updated_at, updated_by = excluded.updated_by, deleted_at = excluded.deleted_at
                """.formatted(rows.unnest()));
    }
}
