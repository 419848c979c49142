package dev.breakwater.central.vulnerabilities.internal.claim;

import dev.breakwater.central.images.ScannerClaims;
import dev.breakwater.central.platform.Conflict;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Severities;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.vulnerabilities.internal.feed.ClaimedNames;
import dev.breakwater.central.vulnerabilities.internal.match.MatchingWorker;
import dev.breakwater.engine.vulnerability.FixState;
import dev.breakwater.scanner.sbom.ClaimedFinding;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The one writer of claims: one report of each scanner for an image, the latest. */
@Service
class StoredClaims implements ScannerClaims {

    /** More than any report of an image that was seen, by far. */
    static final int MOST_CLAIMS = 50_000;

    private static final int LONGEST = 200;

    /** What is longer is the name of no package. */
    private static final int LONGEST_NAME = 500;

    /** What makes two claims of a report the same. */
    private record Key(int vulnerability, String type, String name, String version) {}

    private final JdbcTemplate jdbc;
    private final ClaimedNames names;
    private final MatchingWorker worker;
    private final Clock clock;

    StoredClaims(JdbcTemplate jdbc, ClaimedNames names, MatchingWorker worker, Clock clock) {
        this.jdbc = jdbc;
        this.names = names;
        this.worker = worker;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Kept keep(int contentId, Report report) {
        List<ClaimedFinding> claims = report.claims().stream()
                .filter(claim -> claim.fixState() != FixState.NOT_AFFECTED)
                .toList();
        if (claims.size() > MOST_CLAIMS) {
            throw new InvalidRequest(
                    "vulnerabilities", claims.size() + " claims", "at most " + MOST_CLAIMS + " claims");
        }
        Map<String, Integer> vulnerabilities = names.resolve(claims);
        refuseOlder(contentId, report);
        jdbc.update("delete from claim_reports where content_id = ? and scanner = ?", contentId, report.scanner());
        int unread = (int) claims.stream()
                .filter(claim -> ClaimedNames.id(claim).isEmpty())
                .count();
        int id = Objects.requireNonNull(jdbc.queryForObject(
                "insert into claim_reports (content_id, scanner, program, format, made_at, brought_at, unread)"
                        + " values (?, ?, ?, ?, ?::timestamptz, ?::timestamptz, ?) returning id",
                Integer.class,
                contentId,
                clean(report.scanner()),
                clean(report.program()),
                clean(report.format()),
                report.madeAt().toString(),
                clock.instant().toString(),
                unread));
        int kept = insert(id, contentId, claims, vulnerabilities);
        worker.wakeAfterCommit();
        return new Kept(kept, unread);
    }

    private void refuseOlder(int contentId, Report report) {
        List<Instant> newer = jdbc.query(
                "select made_at from claim_reports where content_id = ? and scanner = ? and made_at > ?::timestamptz",
                (row, number) -> Sql.instant(row, "made_at"),
                contentId,
                report.scanner(),
                report.madeAt().toString());
        if (!newer.isEmpty()) {
            throw new Conflict("A report of " + report.scanner() + " from " + newer.getFirst()
                    + " is kept for the image, which is newer than this one from " + report.madeAt() + ".");
        }
    }

    private int insert(int report, int contentId, List<ClaimedFinding> claims, Map<String, Integer> vulnerabilities) {
        Rows rows = Rows.of("int4", "text", "text", "text", "text", "int2", "text", "float8", "text", "text");
        Set<Key> seen = new HashSet<>();
        for (ClaimedFinding claim : claims) {
            String named = ClaimedNames.id(claim).orElse("");
            Integer vulnerability = vulnerabilities.get(named);
            if (vulnerability == null) {
                continue;
            }
            Key key = new Key(
                    vulnerability,
                    claim.installed().type().name(),
                    clean(claim.installed().name(), LONGEST_NAME),
                    clean(claim.installed().version(), LONGEST_NAME));
            if (seen.add(key)) {
                rows.add(
                        vulnerability,
                        key.type(),
                        key.name(),
                        key.version(),
                        named,
                        Severities.number(claim.severity()),
                        clean(claim.severityWord()),
                        claim.cvss(),
                        clean(claim.fixedVersion()),
                        claim.fixState().name());
            }
        }
        rows.update(
                jdbc,
                "insert into image_claims (report_id, content_id, vulnerability_id, type, name, version, named, severity,"
                        + " severity_word, cvss, fixed_version, fix_state) select r.id, r.content_id, u.* from "
                        + rows.unnest() + " u cross join (select ?::int as id, ?::int as content_id) r",
                report,
                contentId);
        return seen.size();
    }

    private static String clean(String text) {
        return clean(text, LONGEST);
    }

    private static String clean(String text, int longest) {
        return text.substring(0, Math.min(text.length(), longest)).replace('\0', '\ufffd');
    }
}
