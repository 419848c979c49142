package dev.breakwater.central.vulnerabilities.internal.feed;

import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Severities;
import dev.breakwater.central.vulnerabilities.ImageChange.Cause;
import dev.breakwater.engine.vulnerability.Advisory;
import dev.breakwater.engine.vulnerability.Affected;
import dev.breakwater.engine.vulnerability.ecosystem.Ecosystem;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Takes all advisories of one feed in place of those that are there, within the transaction of the caller: what is the same as
 * before (by its fingerprint) is not written. Made anew for each import.
 */
final class AdvisoryStore implements Consumer<Advisory> {

    /** Advisories that are written together. */
    private static final int CHUNK = 2_000;

    /** Half of a fingerprint is enough to tell two versions of one advisory apart. */
    private record Print(long high, long low) {}

    private record Changed(Advisory advisory, byte[] encoded, byte[] fingerprint) {}

    private final JdbcTemplate jdbc;
    private final int feed;
    private final String name;
    private final AliasTable aliases;
    private final ChangedVulnerabilities changes;
    private final MessageDigest digest;
    private final Map<String, Print> before = new HashMap<>();
    private final Map<String, Changed> chunk = new LinkedHashMap<>();
    private final Set<String> seen = new HashSet<>();
    private int changed;

    AdvisoryStore(JdbcTemplate jdbc, int feed, String name, AliasTable aliases, ChangedVulnerabilities changes) {
        this.jdbc = jdbc;
        this.feed = feed;
        this.name = name;
        this.aliases = aliases;
        this.changes = changes;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        jdbc.query(
                "select name, fingerprint from advisories where feed_id = ?",
                row -> {
                    before.put(row.getString(1), print(row.getBytes(2)));
                },
                feed);
        changes.begin();
    }

    /** How many there were before. */
    int before() {
        return before.size();
    }

    int seen() {
        return seen.size();
    }

    /** How many are new or another than before, so far. */
    int changed() {
        return changed;
    }

    /** Takes one; of two of the same name the first counts. */
    @Override
    public void accept(Advisory advisory) {
        if (!seen.add(advisory.id())) {
            return;
        }
        byte[] encoded = AdvisoryDocument.encode(advisory);
        byte[] fingerprint = Arrays.copyOf(digest.digest(encoded), 16);
        if (print(fingerprint).equals(before.get(advisory.id()))) {
            return;
        }
        changed++;
        chunk.put(advisory.id(), new Changed(advisory, encoded, fingerprint));
        if (chunk.size() >= CHUNK) {
            write();
        }
    }

    private static Print print(byte[] fingerprint) {
        ByteBuffer bytes = ByteBuffer.wrap(fingerprint);
        return new Print(bytes.getLong(), bytes.getLong());
    }

    private void write() {
        if (chunk.isEmpty()) {
            return;
        }
        List<String> replaced =
                chunk.keySet().stream().filter(before::containsKey).toList();
        List<String> withdrawn = replaced.stream()
                .filter(name -> chunk.get(name).advisory().withdrawn() != null)
                .toList();
        note(Cause.WITHDRAWN, "its publisher withdrew an advisory", withdrawn);
        note(Cause.ADVISORY, "an advisory changed", replaced);
        delete(replaced);
        Map<String, List<Integer>> vulnerabilities =
                aliases.resolve(chunk.values().stream().map(Changed::advisory).toList());
        List<Integer> ids = jdbc.queryForList(
                "select nextval(pg_get_serial_sequence('advisories', 'id'))::int from generate_series(1, ?)",
                Integer.class,
                chunk.size());
        BinaryCopy rows = new BinaryCopy(
                "advisories (id, feed_id, name, aliases, mends, opinion, publisher, severity, severity_word, cvss,"
                        + " cvss_vector, published_at, modified_at, withdrawn_at, disputed, summary, fingerprint, document)",
                18);
        BinaryCopy links = new BinaryCopy("advisory_vulnerabilities (vulnerability_id, advisory_id)", 2);
        BinaryCopy packages = new BinaryCopy("advisory_packages (ecosystem, name, advisory_id, affected)", 4);
        int next = 0;
        for (Changed one : chunk.values()) {
            int id = ids.get(next++);
            row(rows, id, one);
            vulnerabilities
                    .get(one.advisory().id())
                    .forEach(vulnerability -> links.row().integer(vulnerability).integer(id));
            packages(packages, id, one.advisory());
        }
        jdbc.execute((ConnectionCallback<Void>) connection -> {
            rows.send(connection);
            links.send(connection);
            packages.send(connection);
            return null;
        });
        note(
                before.isEmpty() ? Cause.FEED : Cause.ADVISORY,
                before.isEmpty() ? "the feed " + name + " came" : "a new advisory",
                List.copyOf(chunk.keySet()));
        chunk.clear();
    }

    private void row(BinaryCopy rows, int id, Changed one) {
        Advisory advisory = one.advisory();
        rows.row()
                .integer(id)
                .integer(feed)
                .text(advisory.id())
                .texts(advisory.aliases())
                .texts(advisory.mends())
                .bool(advisory.affected().isEmpty())
                .text(advisory.publisher())
                .small(Severities.number(advisory.severity()))
                .text(advisory.severityWord())
                .number(advisory.cvss())
                .text(advisory.cvssVector())
                .instant(advisory.published())
                .instant(advisory.modified())
                .instant(advisory.withdrawn())
                .bool(advisory.disputed())
                .text(advisory.summary())
                .binary(one.fingerprint())
                .binary(AdvisoryDocument.compress(one.encoded()));
    }

    private static void packages(BinaryCopy packages, int id, Advisory advisory) {
        Map<List<String>, List<Affected>> byName = new LinkedHashMap<>();
        for (Affected one : advisory.affected()) {
            Ecosystem ecosystem = Ecosystem.of(one.ecosystem());
            byName.computeIfAbsent(
                            List.of(ecosystem.word(), ecosystem.normalised(one.packageName())),
                            key -> new ArrayList<>())
                    .add(one);
        }
        byName.forEach((name, affected) -> packages.row()
                .text(name.get(0))
                .text(name.get(1))
                .integer(id)
                .text(AdvisoryDocument.affected(affected)));
    }

    private void note(Cause kind, String cause, List<String> names) {
        changes.note(feed, kind, cause, names);
    }

    private void delete(List<String> names) {
        if (!names.isEmpty()) {
            jdbc.update("delete from advisories where feed_id = ? and name = any(?)", feed, Rows.array("text", names));
        }
    }

    /** Writes what is left and removes what the feed has no more. */
    void finish() {
        write();
        List<String> gone =
                before.keySet().stream().filter(name -> !seen.contains(name)).toList();
        note(Cause.WITHDRAWN, "the feed withdrew an advisory", gone);
        delete(gone);
        aliases.tidy();
    }
}
