package dev.breakwater.central.vulnerabilities.internal.list;

import dev.breakwater.central.platform.Conditions;
import dev.breakwater.central.platform.FilterTerm;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.ListDefinition.KeyType;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.vulnerabilities.FindingClaim;
import dev.breakwater.central.vulnerabilities.FindingRow;
import dev.breakwater.central.vulnerabilities.FindingRow.Place;
import dev.breakwater.central.vulnerabilities.ImageFindingRow;
import dev.breakwater.engine.model.Vulnerability.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Single findings: where they run, and in an image. */
@Configuration(proxyBeanMethods = false)
class FindingLists {

    static final List<State> STATES = List.of(State.OBSERVED, State.DEFERRED, State.FALSE_POSITIVE);

    static final String FOUND = " join package_findings f on f.package_id = p.package_id"
            + " join vulnerabilities v on v.id = f.vulnerability_id join packages k on k.id = f.package_id";

    private static final String RUN = "workloads w join clusters l on l.id = w.cluster_id"
            + " join (select distinct workload_id, image_id from workload_images) u on u.workload_id = w.id"
            + " join images i on i.id = u.image_id join image_content c on c.image_id = i.id"
            + " join image_packages p on p.content_id = c.content_id";

    private static final String ID = "concat_ws('/', w.id, i.id, f.package_id, f.vulnerability_id)";

    /** By workload, image and package. */
    @Bean
    ListDefinition<FindingRow> findingList() {
        ListDefinition<FindingRow> list = ListDefinition.<FindingRow>of("vulnerabilities/findings")
                .select(Occurrences.COLUMNS + ", " + ID
                        + " as row_id, w.id as workload_id, w.cluster_id, l.name as cluster,"
                        + " w.namespace, w.kind, w.name, w.team, i.name as image,"
                        + " (select d.digest from image_contents d where d.id = c.content_id) as digest, "
                        + Occurrences.STATE
                        + " as state, greatest(f.first_seen_at, i.first_seen_at, w.first_seen_at) as since")
                .from(RUN + FOUND)
                .scopedBy("w.cluster_id", "w.namespace")
                .id(ID, KeyType.TEXT)
                .term(Conditions.cluster("cluster, name or id", "w.cluster_id"))
                .term(Conditions.namespace("w.namespace", "w.cluster_id"))
                .term(Conditions.text("workload", "name of the workload", "w.name"))
                .term(Conditions.text("owner", "team", "w.team"))
                .term(Conditions.text("image", "name of the image", "i.name"))
                .term(Finds.state(Occurrences.STATE + " = 0", Occurrences.STATE + " = 1", Occurrences.STATE + " = 2"))
                .searches("w.name")
                .sort("workload", "w.name", KeyType.TEXT)
                .sort("namespace", "w.namespace", KeyType.TEXT)
                .sort("cluster", "l.name", KeyType.TEXT)
                .defaultSort("-severity,workload")
                .row(FindingLists::read);
        return common(list);
    }

    static <T> ListDefinition<T> common(ListDefinition<T> list) {
        for (FilterTerm term : List.of(
                Finds.cve("f.vulnerability_id"),
                Finds.severityOf("of the finding", "f.severity"),
                Conditions.flag("fixable", "a version mends it", "f.fixed_version <> ''"),
                Conditions.flag("kev", "it is known to be exploited", "v.kev_since is not null"),
                Conditions.flag("undecided", "nobody can say whether the package is affected", "f.undecided <> ''"),
                Conditions.flag("claimed", "only another scanner says so", "f.claimed_by <> ''"),
                Conditions.number("epss", "probability of exploitation, 0 to 1", "v.epss", 0, 1),
                Conditions.number("cvss", "base score, 0 to 10", "coalesce(f.cvss, v.cvss)", 0, 10),
                Conditions.text("component", "name of the package", "k.name"),
                Conditions.text("version", "version of the package", "k.version"),
                Conditions.text("type", "sort of the package, such as deb", "k.type"))) {
            list.term(term);
        }
        return list.searches("v.name")
                .searches("k.name")
                .sort("severity", "f.severity", KeyType.WHOLE)
                .sort("vulnerability", "v.name", KeyType.TEXT)
                .sort("component", "k.name", KeyType.TEXT)
                .sort("epss", "coalesce(v.epss, -1)", KeyType.NUMBER)
                .sort("cvss", "coalesce(f.cvss, v.cvss, -1)", KeyType.NUMBER);
    }

    private static FindingRow read(ResultSet row) throws SQLException {
        return new FindingRow(
                row.getString("row_id"),
                new Place(
                        Sql.uuid(row, "workload_id"),
                        Sql.uuid(row, "cluster_id"),
                        row.getString("cluster"),
                        row.getString("namespace"),
                        row.getString("kind"),
                        row.getString("name"),
                        row.getString("team")),
                row.getString("image"),
                row.getString("digest"),
                Occurrences.read(row),
                STATES.get(row.getInt("state")),
                Sql.instant(row, "since"));
    }

    private static final String SCOPE = "{scope}";

    private static final String IMAGE_ID = "concat_ws('/', c.id, f.package_id, f.vulnerability_id)";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Which scanners claim it of the image. */
    private static final String CLAIMS =
            "(select coalesce(json_agg(json_build_object('program', o.program, 'madeAt', o.made_at,"
                    + " 'severityWord', x.severity_word, 'fixedVersion', x.fixed_version) order by o.program), '[]')"
                    + " from image_claims x join claim_reports o on o.id = x.report_id where x.content_id = c.id"
                    + " and x.vulnerability_id = f.vulnerability_id and x.name = k.name and x.version = k.version"
                    + " and x.type = k.type)::text";

    /** What people decided of it in each workload that runs the image. */
    private static final String DECIDED =
            " cross join lateral (select count(distinct s.id) filter (where s.state = 0) as observed,"
                    + " count(distinct s.id) filter (where s.state = 1) as deferred,"
                    + " count(distinct s.id) filter (where s.state = 2) as false_positive from (select w.id, "
                    + Occurrences.STATE + " as state from image_content ic join images i on i.id = ic.image_id"
                    + " join workload_images u on u.image_id = i.id join workloads w on w.id = u.workload_id"
                    + " join clusters l on l.id = w.cluster_id where ic.content_id = c.id and " + SCOPE + ") s) t";

    /** By image and package. An image is seen by who sees a workload that runs it, and by who sees everything. */
    @Bean
    ListDefinition<ImageFindingRow> imageFindingList() {
        String found = "image_contents c join image_packages p on p.content_id = c.id" + FOUND;
        ListDefinition<ImageFindingRow> list = ListDefinition.<ImageFindingRow>of("vulnerabilities/packages")
                .select(Occurrences.COLUMNS + ", " + IMAGE_ID + " as row_id, c.digest, " + CLAIMS
                        + " as claims, t.observed, t.deferred, t.false_positive")
                .from(found + DECIDED + " join lateral (select 1 from image_content ic join workload_images u"
                        + " on u.image_id = ic.image_id join workloads w on w.id = u.workload_id"
                        + " where ic.content_id = c.id and " + SCOPE + " limit 1) seen on true")
                .fromEverything(found + DECIDED)
                .scopesInside(SCOPE, "w.cluster_id", "w.namespace")
                .id(IMAGE_ID, KeyType.TEXT)
                .term(Conditions.text("digest", "digest of the image", "c.digest"))
                .term(Finds.state(
                        "t.observed > 0 or t.deferred + t.false_positive = 0",
                        "t.deferred > 0",
                        "t.false_positive > 0"))
                .defaultSort("-severity,component")
                .row(row -> new ImageFindingRow(
                        row.getString("row_id"),
                        row.getString("digest"),
                        Occurrences.read(row),
                        List.of(JSON.readValue(row.getString("claims"), FindingClaim[].class)),
                        row.getInt("observed"),
                        row.getInt("deferred"),
                        row.getInt("false_positive")));
        return common(list);
    }
}
