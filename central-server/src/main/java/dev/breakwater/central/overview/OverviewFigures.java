package dev.breakwater.central.overview;

import dev.breakwater.central.detection.BySeverity;
import dev.breakwater.central.overview.Board.Age;
import dev.breakwater.central.overview.Board.ImageFigures;
import dev.breakwater.central.overview.Board.Share;
import dev.breakwater.central.overview.Board.Sight;
import dev.breakwater.central.overview.Board.WorkloadFigures;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.PlaceFilter;
import dev.breakwater.central.platform.PlaceFilter.Columns;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.platform.SqlParameters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Counts what the overview shows, each table once. */
@Component
class OverviewFigures {

    /** The worst first: by critical, then high, and so on. */
    private static final Comparator<Share> WORST_FIRST = Comparator.comparing(
                    Share::open,
                    Comparator.comparingLong(BySeverity::critical)
                            .thenComparingLong(BySeverity::high)
                            .thenComparingLong(BySeverity::medium)
                            .thenComparingLong(BySeverity::low))
            .reversed()
            .thenComparing(Share::name);

    /** From which age on, in days; the last has no end. */
    private static final int[] AGES = {0, 30, 90, 180, 365};

    /**
     * Open violations.
     *
     * @param categories by category of their policy, the worst first
     * @param owners by team, the worst first
     */
    record Violations(BySeverity total, List<Share> categories, List<Share> owners) {}

    private final NamedParameterJdbcTemplate jdbc;

    OverviewFigures(DataSource dataSource) {
        this.jdbc = new NamedParameterJdbcTemplate(dataSource);
    }

    Violations violations(PlaceFilter place, AccessScope scope) {
        SqlParameters parameters = new SqlParameters();
        String sql = "select grouping(v.policy_id) as by_team, v.policy_id, v.team, v.severity, count(*) as open"
                + " from violations v where v.state = 'OPEN' and "
                + place.where(Columns.of("v"), scope, parameters)
                + " group by grouping sets ((v.policy_id, v.severity), (v.team, v.severity))";
        Map<UUID, BySeverity> policies = new HashMap<>();
        Map<String, BySeverity> teams = new HashMap<>();
        jdbc.query(sql, parameters.values(), row -> {
            BySeverity open = BySeverity.of(row.getInt("severity"), row.getLong("open"));
            if (row.getInt("by_team") == 1) {
                teams.merge(row.getString("team"), open, BySeverity::plus);
            } else {
                policies.merge(Sql.uuid(row, "policy_id"), open, BySeverity::plus);
            }
        });
        BySeverity total = policies.values().stream().reduce(BySeverity.NONE, BySeverity::plus);
        return new Violations(total, shares(categories(policies)), shares(teams));
    }

    private Map<String, BySeverity> categories(Map<UUID, BySeverity> policies) {
        Map<String, BySeverity> categories = new HashMap<>();
        if (policies.isEmpty()) {
            return categories;
        }
        jdbc.query("select id, categories from policies", row -> {
            BySeverity open = policies.remove(Sql.uuid(row, "id"));
            if (open != null) {
                List<String> names = Sql.texts(row, "categories");
                (names.isEmpty() ? List.of("") : names).forEach(name -> categories.merge(name, open, BySeverity::plus));
            }
        });
        policies.values().forEach(open -> categories.merge("", open, BySeverity::plus));
        return categories;
    }

    private static List<Share> shares(Map<String, BySeverity> open) {
        List<Share> shares = new ArrayList<>();
        open.forEach((name, count) -> shares.add(new Share(name, count)));
        shares.sort(WORST_FIRST);
        return shares;
    }

    WorkloadFigures workloads(PlaceFilter place, AccessScope scope) {
        SqlParameters parameters = new SqlParameters();
        String sql = """
                select count(*) as total,
                       count(*) filter (where j.error_id is null and j.workload_id is not null and
                                        (d.workload_id is null or d.due_at > now())) as judged,
                       count(*) filter (where j.workload_id is null or d.due_at <= now()) as pending,
                       count(*) filter (where j.error_id is not null) as failed,
                       count(*) filter (where cardinality(j.unknown_policies) > 0) as unknown,
                       count(r.workload_id) as scored,
                       count(*) filter (where j.critical > 0 and j.exposure in ('EXTERNAL', 'ROUTE', 'NODE', 'HOST'))
                           as exposed_critical
                from workloads w left join judgements j on j.workload_id = w.id
                left join judgement_due d on d.workload_id = w.id
                left join risk_scores r on r.workload_id = w.id where
                """ + place.where(Columns.of("w"), scope, parameters);
        return jdbc.queryForObject(
                sql,
                parameters.values(),
                (row, number) -> new WorkloadFigures(
                        row.getLong("total"),
                        row.getLong("judged"),
                        row.getLong("pending"),
                        row.getLong("failed"),
                        row.getLong("unknown"),
                        row.getLong("scored"),
                        row.getLong("exposed_critical")));
    }

    ImageFigures images(PlaceFilter place, AccessScope scope) {
        SqlParameters parameters = new SqlParameters();
        StringBuilder columns = new StringBuilder();
        for (int i = 0; i < AGES.length; i++) {
            columns.append(", count(*) filter (where ")
                    .append(i == 0 ? "f.created_at is not null" : "f.created_at <= " + ago(AGES[i]))
                    .append(i + 1 == AGES.length ? "" : " and f.created_at > " + ago(AGES[i + 1]))
                    .append(") as age_")
                    .append(i);
        }
        String sql = "select count(*) as total, count(f.created_at) as told" + columns
                + " from (select distinct i.image_id from workload_images i join workloads w on w.id = i.workload_id where "
                + place.where(Columns.of("w"), scope, parameters)
                + ") u left join image_facts f on f.image_id = u.image_id";
        return jdbc.queryForObject(sql, parameters.values(), (row, number) -> {
            List<Age> ages = new ArrayList<>();
            for (int i = 0; i < AGES.length; i++) {
                ages.add(new Age(AGES[i], i + 1 == AGES.length ? 0 : AGES[i + 1], row.getLong("age_" + i)));
            }
            return new ImageFigures(row.getLong("total"), row.getLong("told"), ages);
        });
    }

    private static String ago(int days) {
        return "now() - interval '" + days + " days'";
    }

    Sight sight(PlaceFilter clusters, AccessScope scope) {
        SqlParameters parameters = new SqlParameters();
        return jdbc.queryForObject(
                "select count(*) as kinds, count(*) filter (where k.sight = 'SEEN') as seen from cluster_coverage k"
                        + " where k.sight <> 'NOT_SERVED' and "
                        + clusters.where(new Columns("k.cluster_id", null, null), scope, parameters),
                parameters.values(),
                (row, number) -> new Sight(row.getLong("kinds"), row.getLong("seen")));
    }
}
