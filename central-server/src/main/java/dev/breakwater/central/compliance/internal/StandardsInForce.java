package dev.breakwater.central.compliance.internal;

import dev.breakwater.engine.compliance.Standard;
import dev.breakwater.engine.compliance.StandardDocument;
import dev.breakwater.engine.compliance.StandardRejected;
import dev.breakwater.engine.compliance.Standards;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The standards that are checked: those of the product, and those that people wrote. Read anew only when one was changed: the revision
 * is made of the rows themselves, so that it is never seen before what it stands for.
 */
@Component
class StandardsInForce {

    private static final Logger LOG = LoggerFactory.getLogger(StandardsInForce.class);

    /** What of a statement tells whether the rows of standards are others than before. */
    static final String REVISION =
            "(select count(*) || ':' || coalesce(sum(version), 0) || ':' || coalesce(max(updated_at)::text, '')"
                    + " from compliance_standards)";

    /**
     * What is checked.
     *
     * @param bases the standard that each profile extends
     */
    private record Known(String revision, List<Standard> all, Map<String, Standard> bases) {}

    private final JdbcTemplate jdbc;

    private volatile Known known = new Known("", List.of(), Map.of());

    StandardsInForce(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order in which they are shown. */
    List<Standard> all() {
        return known().all();
    }

    /** The standard that a profile extends; empty for what is none. */
    Optional<Standard> base(String profile) {
        return Optional.ofNullable(known().bases().get(profile));
    }

    private Known known() {
        // Before the documents: those may be newer than it and are then read again, but never older.
        String revision = Objects.requireNonNull(jdbc.queryForObject("select " + REVISION, String.class));
        Known now = known;
        if (!now.revision().equals(revision)) {
            now = read(revision);
            known = now;
        }
        return now;
    }

    Optional<Standard> byId(String id) {
        return all().stream().filter(standard -> standard.id().equals(id)).findFirst();
    }

    /** What can be extended among these: no profile extends a profile. */
    static Optional<Standard> base(Map<String, String> documents, String id) {
        return Standards.byId(id)
                .or(() -> Optional.ofNullable(documents.get(id)).flatMap(StandardsInForce::plain));
    }

    private static Optional<Standard> plain(String document) {
        try {
            StandardDocument.Read read = StandardDocument.read(document, none -> Optional.empty());
            return Optional.of(read.standard());
        } catch (StandardRejected e) {
            return Optional.empty();
        }
    }

    private Known read(String revision) {
        Map<String, String> documents = jdbc
                .query(
                        "select id, document from compliance_standards where deleted_at is null order by id",
                        (row, number) -> Map.entry(row.getString("id"), row.getString("document")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        List<Standard> all = new ArrayList<>(Standards.all());
        Map<String, Standard> bases = new HashMap<>();
        documents.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> {
            try {
                StandardDocument.Read read = StandardDocument.read(entry.getValue(), id -> base(documents, id));
                all.add(read.standard());
                base(documents, read.base())
                        .ifPresent(base -> bases.put(read.standard().id(), base));
            } catch (StandardRejected e) {
                LOG.warn("a standard cannot be used any more: id={} {}", entry.getKey(), e.getMessage());
            }
        });
        return new Known(revision, List.copyOf(all), Map.copyOf(bases));
    }
}
