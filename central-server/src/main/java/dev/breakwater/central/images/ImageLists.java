package dev.breakwater.central.images;

import dev.breakwater.central.images.internal.ImagesProperties;
import dev.breakwater.central.platform.Conditions;
import dev.breakwater.central.platform.FilterTerm;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.ListDefinition.KeyType;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.platform.SqlParameters;
import dev.breakwater.scanner.signature.SignatureCheck;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The list of images. */
@Configuration(proxyBeanMethods = false)
class ImageLists {

    private static final String SCOPE = "{scope}";

    /** What the verifiers say that speak of it: one that verified it is enough. */
    private static final String SIGNATURE = """
            select case when count(*) filter (where o.outcome = 'VERIFIED') > 0 then 'VERIFIED'
                when count(*) = count(*) filter (where o.outcome = 'UNVERIFIED') and count(*) > 0 then 'UNVERIFIED'
                else 'UNKNOWN' end
            from signatures_of_images o where o.image_id = i.id""";

    /** An image has no cluster of its own: it is seen by who sees a workload that uses it. */
    @Bean
    ListDefinition<ImageRow> imageList(ImagesProperties properties) {
        String state =
                "case when c.id is null then case when j.state = 'FAILED' then 'FAILED' else 'UNSCANNED' end when"
                        + " c.scanned_at < now() - interval '"
                        + properties.scanMaxAge().toSeconds()
                        + " seconds' then 'STALE' when not c.has_config then 'TOLD' when c.complete then 'COMPLETE' else 'INCOMPLETE' end";
        Map<String, String> states = new LinkedHashMap<>();
        for (ImageReport.State one : ImageReport.State.values()) {
            states.put(one.name().toLowerCase(Locale.ROOT), one.name());
        }
        return ListDefinition.<ImageRow>of("images")
                .select(
                        "i.*, coalesce(c.created_at, f.created_at) as built_at, coalesce(c.source, f.source, '') as facts_from,"
                                + " u.workloads, c.scanned_at, coalesce(c.package_count, 0) as package_count,"
                                + " coalesce(c.secret_count, 0) as secret_count, coalesce(c.os_id, '') as os_id,"
                                + " coalesce(c.os_version, '') as os_version, " + state + " as scan")
                .from(from("join workloads w on w.id = wi.workload_id", " and " + SCOPE))
                .fromEverything(from("", ""))
                .where("u.workloads > 0")
                .scopesInside(SCOPE, "w.cluster_id", "w.namespace")
                .id("i.id", KeyType.ID)
                .term(Conditions.text("name", "whole name, * for any text", "i.name"))
                .term(Conditions.text("registry", "registry", "i.registry"))
                .term(Conditions.text("repository", "repository", "i.repository"))
                .term(Conditions.text("tag", "tag", "i.tag"))
                .term(Conditions.flag("resolved", "its digest is known", "i.digest is not null"))
                .term(Conditions.age("built", "since it was built", "coalesce(c.created_at, f.created_at)"))
                .term(Conditions.words(
                        "scan", "complete, incomplete, told, stale, failed or unscanned", "(" + state + ")", states))
                .term(Conditions.age("scanned", "since somebody looked inside", "c.scanned_at"))
                .term(Conditions.text(
                        "os",
                        "distribution, such as debian:12",
                        "(coalesce(c.os_id, '') || ':' || coalesce(c.os_version, ''))"))
                .term(Conditions.number("secrets", "what looks like a secret in it", "coalesce(c.secret_count, 0)"))
                .term(Conditions.words(
                        "signature", "verified, unverified or unknown", "(" + SIGNATURE + ")", signatureStates()))
                .term(signedBy())
                .term(inCluster())
                .term(inNamespace())
                .searches("i.name")
                .sort("name", "i.name", KeyType.TEXT)
                .sort("workloads", "u.workloads", KeyType.WHOLE)
                .sort("firstSeenAt", "i.first_seen_at", KeyType.INSTANT)
                .defaultSort("name")
                .row(ImageLists::read);
    }

    /** Counted for each image that is read, by an index: a page needs few of them. */
    private static String from(String join, String condition) {
        return """
                images i left join image_facts f on f.image_id = i.id
                left join contents_of_images v on v.image_id = i.id left join image_contents c on c.id = v.content_id
                left join scan_jobs j on j.target = coalesce(i.digest, i.name)
                cross join lateral (select count(distinct wi.workload_id) as workloads from workload_images wi %s
                                    where wi.image_id = i.id%s) u""".formatted(join, condition);
    }

    private static Map<String, String> signatureStates() {
        Map<String, String> states = new LinkedHashMap<>();
        for (SignatureCheck.State one : SignatureCheck.State.values()) {
            states.put(one.name().toLowerCase(Locale.ROOT), one.name());
        }
        return states;
    }

    private static FilterTerm signedBy() {
        return new FilterTerm(
                "signedby",
                "a signature verifier that verified it",
                List.of(),
                (field, value, sql) ->
                        "exists (select 1 from signatures_of_images o where o.image_id = i.id and o.outcome = 'VERIFIED'"
                                + " and " + Conditions.textMatch(field, value, "o.verifier", sql) + ")");
    }

    private static FilterTerm inCluster() {
        return new FilterTerm(
                "cluster",
                "a cluster that uses it, name or id",
                List.of(),
                (field, value, sql) -> usedWhere(
                        "y.cluster_id in (select c.id from clusters c where "
                                + Conditions.textMatch(field, value, "c.name", sql) + " or cast(c.id as text) = "
                                + sql.add(value.text()) + ")",
                        sql));
    }

    private static FilterTerm inNamespace() {
        return new FilterTerm(
                "namespace",
                "a namespace that uses it",
                List.of(),
                (field, value, sql) -> usedWhere(Conditions.textMatch(field, value, "y.namespace", sql), sql));
    }

    /** The images that a workload uses which this holds for: found by the workloads, of which there may be few. */
    private static String usedWhere(String condition, SqlParameters sql) {
        String query =
                "select distinct x.image_id from workload_images x join workloads y on y.id = x.workload_id where "
                        + condition;
        return Conditions.among("i.id", query, "i.id in (" + query + ")", sql);
    }

    private static String label(String id, String version) {
        return version.isEmpty() ? id : id + ":" + version;
    }

    private static ImageRow read(ResultSet row) throws SQLException {
        return new ImageRow(
                Sql.uuid(row, "id"),
                row.getString("name"),
                row.getString("registry"),
                row.getString("repository"),
                row.getString("tag"),
                row.getString("digest"),
                row.getString("digest") != null,
                Sql.instantOrNull(row, "built_at"),
                row.getString("facts_from"),
                row.getLong("workloads"),
                Sql.instant(row, "first_seen_at"),
                ImageReport.State.valueOf(row.getString("scan")),
                Sql.instantOrNull(row, "scanned_at"),
                label(row.getString("os_id"), row.getString("os_version")),
                row.getInt("package_count"),
                row.getInt("secret_count"));
    }
}
