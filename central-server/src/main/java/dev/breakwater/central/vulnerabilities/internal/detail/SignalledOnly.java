package dev.breakwater.central.vulnerabilities.internal.detail;

import dev.breakwater.central.vulnerabilities.VulnerabilityDetail;
import dev.breakwater.central.vulnerabilities.VulnerabilityDetail.Event;
import dev.breakwater.engine.model.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What is known of a vulnerability that no advisory and no scanner names, but a catalogue of what is exploited or an estimate does:
 * whether it is here is unknown, that it is exploited is not.
 */
@Component
class SignalledOnly {

    private final JdbcTemplate jdbc;

    SignalledOnly(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param id a CVE in whatever case */
    Optional<VulnerabilityDetail> of(String id) {
        return jdbc
                .query(
                        "select c.cve, e.score, e.percentile, k.since, coalesce(k.detail, '') as detail"
                                + " from (select upper(?) as cve) c left join epss_scores e on e.cve = c.cve"
                                + " left join known_exploited k on k.cve = c.cve"
                                + " where e.cve is not null or k.cve is not null",
                        (row, number) -> read(row),
                        id)
                .stream()
                .findFirst();
    }

    private static VulnerabilityDetail read(ResultSet row) throws SQLException {
        LocalDate since = row.getObject("since", LocalDate.class);
        return new VulnerabilityDetail(
                row.getString("cve"),
                List.of(),
                Severity.UNKNOWN,
                null,
                "",
                null,
                row.getObject("score", Double.class),
                row.getObject("percentile", Double.class),
                since,
                row.getString("detail"),
                null,
                null,
                false,
                false,
                "",
                List.of(),
                List.of(),
                List.of(),
                since == null
                        ? List.of()
                        : List.of(new Event(since.atStartOfDay().toInstant(ZoneOffset.UTC), "known to be exploited")),
                List.of(),
                List.of());
    }
}
