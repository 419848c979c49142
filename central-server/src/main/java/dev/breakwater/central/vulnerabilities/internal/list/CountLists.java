package dev.breakwater.central.vulnerabilities.internal.list;

import dev.breakwater.central.platform.Conditions;
import dev.breakwater.central.platform.FilterTerm;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.ListDefinition.KeyType;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.vulnerabilities.ComponentRow;
import dev.breakwater.central.vulnerabilities.OwnerRow;
import dev.breakwater.central.vulnerabilities.VulnerableImageRow;
import dev.breakwater.central.vulnerabilities.VulnerableWorkloadRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How much is wrong with images, workloads, packages and what teams own: all of it read from what was counted. */
@Configuration(proxyBeanMethods = false)
class CountLists {

    private static final String SCOPE = "{scope}";

    private static final String USERS = " from image_content ic join workload_images u on u.image_id = ic.image_id"
            + " join workloads w on w.id = u.workload_id";

    @Bean
    ListDefinition<VulnerableImageRow> vulnerableImageList() {
        String counted = "image_contents c join content_counts n on n.content_id = c.id";
        ListDefinition<VulnerableImageRow> list = ListDefinition.<VulnerableImageRow>of("vulnerabilities/images")
                .select(
                        "n.*, r.users, c.digest, c.os_id, c.os_version, c.created_at, c.scanned_at, c.complete, c.package_count,"
                                + " array(select distinct i.name from image_content ic join images i on i.id = ic.image_id"
                                + " where ic.content_id = c.id order by 1 limit 5) as names")
                .from(counted + " join lateral (select count(distinct w.id) as users" + USERS
                        + " where ic.content_id = c.id and " + SCOPE + ") r on r.users > 0")
                .fromEverything(counted + " cross join lateral (select n.workloads as users) r")
                .scopesInside(SCOPE, "w.cluster_id", "w.namespace")
                .id("n.content_id", KeyType.WHOLE)
                .term(Conditions.flag("running", "a workload runs it", "r.users > 0"))
                .term(Conditions.text("digest", "digest", "c.digest"))
                .term(Conditions.text("os", "distribution, such as debian", "c.os_id"))
                .term(byContent(
                        "image",
                        "one of its names",
                        "select ic.content_id from images i join image_content ic on" + " ic.image_id = i.id where ",
                        "i.name"))
                .term(byContent(
                        "namespace",
                        "a namespace that runs it",
                        "select ic.content_id" + USERS + " where ",
                        "w.namespace"))
                .term(Finds.platform("image_content ic{join} where ic.content_id = n.content_id"))
                .term(byContent("owner", "a team that runs it", "select ic.content_id" + USERS + " where ", "w.team"))
                .term(byContent(
                        "cluster",
                        "a cluster that runs it",
                        "select ic.content_id" + USERS + " join clusters l on l.id = w.cluster_id where ",
                        "l.name"))
                .term(byContent(
                        "component",
                        "a package in it",
                        "select p.content_id from packages k join image_packages p on" + " p.package_id = k.id where ",
                        "k.name"))
                .term(new FilterTerm(
                        "cve",
                        "it has it",
                        List.of(),
                        (field, value, sql) -> "n.content_id in (select p.content_id"
                                + " from package_findings f join image_packages p on p.package_id = f.package_id"
                                + " where f.vulnerability_id in (" + Finds.named(field, value, sql) + "))"))
                .searches("(select string_agg(i.name, ' ') from image_content ic join images i on i.id = ic.image_id"
                        + " where ic.content_id = c.id)")
                .sort("workloads", "r.users", KeyType.WHOLE)
                .sort("scannedAt", "c.scanned_at", KeyType.INSTANT)
                .row(CountLists::image);
        return counted(list, "n.fixable_high");
    }

    private static FilterTerm byContent(String name, String meaning, String query, String expression) {
        return new FilterTerm(
                name,
                meaning,
                List.of(),
                (field, value, sql) ->
                        "n.content_id in (" + query + Conditions.textMatch(field, value, expression, sql) + ")");
    }

    private static <T> ListDefinition<T> counted(ListDefinition<T> list, String fixableHigh) {
        return list.term(Finds.severity("n"))
                .term(Conditions.flag("fixable", "a version mends one of them", "n.fixable > 0"))
                .term(Conditions.flag("kev", "one is known to be exploited", "n.exploited > 0"))
                .term(Conditions.number("epss", "the highest probability of exploitation, 0 to 1", "n.epss"))
                .sort("critical", "n.critical", KeyType.WHOLE)
                .sort("high", "n.high", KeyType.WHOLE)
                .sort("fixable", "n.fixable", KeyType.WHOLE)
                .sort("fixableHigh", fixableHigh, KeyType.WHOLE)
                .sort("epss", "coalesce(n.epss, -1)", KeyType.NUMBER)
                .defaultSort("-critical,-high");
    }

    private static VulnerableImageRow image(ResultSet row) throws SQLException {
        String version = row.getString("os_version");
        return new VulnerableImageRow(
                row.getString("digest"),
                Sql.texts(row, "names"),
                row.getString("os_id") + (version.isEmpty() ? "" : ":" + version),
                Sql.instantOrNull(row, "created_at"),
                Sql.instant(row, "scanned_at"),
                row.getBoolean("complete"),
                row.getInt("package_count"),
                row.getInt("unspoken"),
                row.getInt("outdated"),
                Finds.counts(row),
                row.getInt("fixable"),
                row.getInt("fixable_high"),
                row.getInt("exploited"),
                row.getObject("epss", Double.class),
                row.getInt("deferred"),
                row.getInt("false_positive"),
                row.getInt("users"),
                Sql.instant(row, "counted_at"));
    }

    @Bean
    ListDefinition<VulnerableWorkloadRow> vulnerableWorkloadList() {
        ListDefinition<VulnerableWorkloadRow> list = ListDefinition.<VulnerableWorkloadRow>of(
                        "vulnerabilities/workloads")
                .select("n.*, w.id, w.cluster_id, l.name as cluster, w.namespace, w.kind, w.name, w.team")
                .from(
                        "workload_counts n join workloads w on w.id = n.workload_id join clusters l on l.id = w.cluster_id")
                .scopedBy("w.cluster_id", "w.namespace")
                .id("n.workload_id", KeyType.ID)
                .term(Conditions.cluster("cluster, name or id", "w.cluster_id"))
                .term(Conditions.namespace("w.namespace", "w.cluster_id"))
                .term(Conditions.text("name", "name", "w.name"))
                .term(Conditions.text("owner", "team", "w.team"))
                .term(Conditions.flag("platform", "part of the platform", "w.platform"))
                .term(Conditions.flag("scanned", "one of its images was looked into", "n.contents <> '{}'"))
                .term(Finds.state(
                        "n.critical + n.high + n.medium + n.low + n.unknown > 0",
                        "n.deferred > 0",
                        "n.false_positive > 0"))
                .term(byWorkload("image", "an image that it runs", "images i on i.id = u.image_id where ", "i.name"))
                .term(byWorkload(
                        "component",
                        "a package in an image that it runs",
                        "image_content ic on ic.image_id = u.image_id join image_packages p on p.content_id = ic.content_id"
                                + " join packages k on k.id = p.package_id where ",
                        "k.name"))
                .term(new FilterTerm(
                        "cve",
                        "an image that it runs has it",
                        List.of(),
                        (field, value, sql) -> "w.id in (select"
                                + " u.workload_id from package_findings f join image_packages p on p.package_id = f.package_id"
                                + " join image_content ic on ic.content_id = p.content_id"
                                + " join workload_images u on u.image_id = ic.image_id"
                                + " where f.vulnerability_id in (" + Finds.named(field, value, sql) + "))"))
                .searches("w.name")
                .sort("name", "w.name", KeyType.TEXT)
                .sort("namespace", "w.namespace", KeyType.TEXT)
                .row(CountLists::workload);
        return counted(list, "n.fixable_high");
    }

    private static FilterTerm byWorkload(String name, String meaning, String join, String expression) {
        return new FilterTerm(
                name,
                meaning,
                List.of(),
                (field, value, sql) -> "w.id in (select u.workload_id from" + " workload_images u join " + join
                        + Conditions.textMatch(field, value, expression, sql) + ")");
    }

    private static VulnerableWorkloadRow workload(ResultSet row) throws SQLException {
        return new VulnerableWorkloadRow(
                Sql.uuid(row, "id"),
                Sql.uuid(row, "cluster_id"),
                row.getString("cluster"),
                row.getString("namespace"),
                row.getString("kind"),
                row.getString("name"),
                row.getString("team"),
                !row.getArray("contents").toString().equals("{}"),
                Finds.counts(row),
                row.getInt("fixable"),
                row.getInt("fixable_high"),
                row.getInt("exploited"),
                row.getObject("epss", Double.class),
                row.getInt("deferred"),
                row.getInt("false_positive"),
                Sql.instant(row, "counted_at"));
    }

    @Bean
    ListDefinition<ComponentRow> componentList() {
        String counted = "package_counts n join packages k on k.id = n.package_id";
        ListDefinition<ComponentRow> list = ListDefinition.<ComponentRow>of("vulnerabilities/components")
                .select("n.*, r.users, k.name, k.version, k.type, k.distribution, k.purl")
                .from(counted + " join lateral (select count(distinct p.content_id) as users from image_packages p"
                        + " join image_content ic on ic.content_id = p.content_id"
                        + " join workload_images u on u.image_id = ic.image_id join workloads w on w.id = u.workload_id"
                        + " where p.package_id = n.package_id and " + SCOPE + ") r on r.users > 0")
                .fromEverything(counted + " cross join lateral (select n.images as users) r")
                .scopesInside(SCOPE, "w.cluster_id", "w.namespace")
                .id("n.package_id", KeyType.WHOLE)
                .term(Conditions.text("component", "name", "k.name"))
                .term(Conditions.text("version", "version", "k.version"))
                .term(Conditions.text("type", "sort, such as deb", "k.type"))
                .term(Finds.platform("image_packages pp join image_content ic on ic.content_id = pp.content_id{join}"
                        + " where pp.package_id = n.package_id"))
                .term(Conditions.text("os", "distribution, such as debian:12", "k.distribution"))
                .term(new FilterTerm(
                        "cve",
                        "it has it",
                        List.of(),
                        (field, value, sql) -> "n.package_id in (select f.package_id"
                                + " from package_findings f where f.vulnerability_id in ("
                                + Finds.named(field, value, sql) + "))"))
                .searches("k.name")
                .sort("name", "k.name", KeyType.TEXT)
                .sort("images", "r.users", KeyType.WHOLE)
                .row(CountLists::component);
        return counted(list, "n.fixable");
    }

    private static ComponentRow component(ResultSet row) throws SQLException {
        return new ComponentRow(
                row.getInt("package_id"),
                row.getString("name"),
                row.getString("version"),
                row.getString("type"),
                row.getString("distribution"),
                row.getString("purl"),
                Finds.counts(row),
                row.getInt("fixable"),
                row.getInt("exploited"),
                row.getObject("epss", Double.class),
                row.getInt("deferred"),
                row.getInt("false_positive"),
                row.getInt("users"),
                Sql.instant(row, "counted_at"));
    }

    @Bean
    ListDefinition<OwnerRow> vulnerableOwnerList() {
        return ListDefinition.<OwnerRow>of("vulnerabilities/owners")
                .select("o.*")
                .from("(select w.team, w.platform, count(*) as workloads,"
                        + " count(*) filter (where n.critical + n.high + n.medium + n.low + n.unknown > 0) as affected,"
                        + " sum(n.critical) as critical, sum(n.high) as high, sum(n.medium) as medium, sum(n.low) as low,"
                        + " sum(n.unknown) as unknown, sum(n.fixable) as fixable, sum(n.fixable_high) as fixable_high,"
                        + " sum(n.exploited) as exploited from workloads w join workload_counts n on n.workload_id = w.id"
                        + " where " + SCOPE + " group by w.team, w.platform) o")
                .scopesInside(SCOPE, "w.cluster_id", "w.namespace")
                .id("o.team || case when o.platform then ' platform' else '' end", KeyType.TEXT)
                .term(Conditions.flag("platform", "its workloads that are part of the platform", "o.platform"))
                .term(Conditions.text("owner", "team", "o.team"))
                .term(Finds.severity("o"))
                .term(Conditions.flag("kev", "one is known to be exploited", "o.exploited > 0"))
                .searches("o.team")
                .sort("critical", "o.critical", KeyType.WHOLE)
                .sort("high", "o.high", KeyType.WHOLE)
                .sort("fixableHigh", "o.fixable_high", KeyType.WHOLE)
                .sort("workloads", "o.workloads", KeyType.WHOLE)
                .defaultSort("-critical,-high")
                .row(row -> new OwnerRow(
                        row.getString("team"),
                        row.getBoolean("platform"),
                        row.getInt("workloads"),
                        row.getInt("affected"),
                        Finds.counts(row),
                        row.getInt("fixable"),
                        row.getInt("fixable_high"),
                        row.getInt("exploited")));
    }
}
