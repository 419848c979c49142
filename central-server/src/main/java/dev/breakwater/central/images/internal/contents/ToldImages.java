package dev.breakwater.central.images.internal.contents;

import dev.breakwater.central.images.KnownFindings;
import dev.breakwater.central.images.internal.ImagesProperties;
import dev.breakwater.central.images.internal.contents.ContentCache.Look;
import dev.breakwater.central.images.internal.signature.SignatureFacts;
import dev.breakwater.central.inventory.KnownImages;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.engine.model.ImageDetails;
import dev.breakwater.engine.model.ImageScan;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Signatures;
import dev.breakwater.engine.model.UnknownReason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is known of images: what was found inside, and for what that does not say what a pipeline told. What neither says
 * stays unknown. A fixed number of queries for any number of workloads.
 */
@Component
class ToldImages implements KnownImages {

    private static final TypeReference<Map<String, String>> LABELS = new TypeReference<>() {};

    private static final String COLUMNS =
            "i.id as image_id, i.name, f.created_at, f.config_user, f.labels, c.id as content_id, c.scanned_at, j.last_error";
    private static final String JOINS = """
             left join image_facts f on f.image_id = i.id
            left join contents_of_images v on v.image_id = i.id left join image_contents c on c.id = v.content_id
            left join scan_jobs j on j.target = coalesce(i.digest, i.name) and j.state = 'FAILED' and c.id is null
            left join image_signatures g on g.target = coalesce(i.digest, i.name)
            where (f.image_id is not null or c.id is not null or j.id is not null or g.target is not null)""";

    /** An image as one workload, or nobody in particular, runs it. */
    private record Known(
            @Nullable UUID workload,
            UUID id,
            String name,
            ImageDetails told,
            @Nullable Look look) {}

    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final ContentCache contents;
    private final ObjectProvider<KnownFindings> findings;
    private final PackageFacts packages;
    private final SignatureFacts signatures;
    private final ImagesProperties properties;
    private final Clock clock;

    ToldImages(
            JdbcTemplate jdbc,
            JsonMapper json,
            ContentCache contents,
            ObjectProvider<KnownFindings> findings,
            PackageFacts packages,
            SignatureFacts signatures,
            ImagesProperties properties,
            Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.contents = contents;
        this.findings = findings;
        this.packages = packages;
        this.signatures = signatures;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public Map<UUID, Map<String, ImageDetails>> ofWorkloads(Collection<UUID> workloadIds) {
        List<Known> known = query(
                "select u.workload_id, " + COLUMNS
                        + " from (select distinct workload_id, image_id from workload_images where workload_id = any(?)) u"
                        + " join images i on i.id = u.image_id" + JOINS,
                Rows.ids(workloadIds));
        Map<UUID, Map<String, ImageDetails>> byWorkload = new HashMap<>();
        Details details = new Details(known);
        known.forEach(one -> byWorkload
                .computeIfAbsent(one.workload(), key -> new HashMap<>())
                .put(one.name(), details.of(one)));
        return byWorkload;
    }

    @Override
    public Map<String, ImageDetails> named(Collection<String> names) {
        List<Known> known = query(
                "select null::uuid as workload_id, " + COLUMNS + " from images i" + JOINS + " and i.name = any(?)",
                Rows.array("text", names));
        Details details = new Details(known);
        Map<String, ImageDetails> byName = new HashMap<>();
        known.forEach(one -> byName.put(one.name(), details.of(one)));
        return byName;
    }

    private List<Known> query(String sql, Object parameter) {
        return jdbc.query(sql, (row, number) -> known(row), parameter);
    }

    private Known known(ResultSet row) throws SQLException {
        Instant scannedAt = Sql.instantOrNull(row, "scanned_at");
        return new Known(
                row.getObject("workload_id", UUID.class),
                Sql.uuid(row, "image_id"),
                row.getString("name"),
                told(row),
                scannedAt == null ? null : new Look(row.getInt("content_id"), scannedAt));
    }

    private ImageDetails told(ResultSet row) throws SQLException {
        ImageDetails nothing = ImageDetails.NOT_LOOKED_AT;
        Instant createdAt = Sql.instantOrNull(row, "created_at");
        String labels = row.getString("labels");
        String failure = row.getString("last_error");
        return new ImageDetails(
                told(createdAt, nothing.createdAt()),
                told(row.getString("config_user"), nothing.user()),
                told(labels == null ? null : json.readValue(labels, LABELS), nothing.labels()),
                failure == null
                        ? nothing.scan()
                        : Observed.unknown(UnknownReason.FAILED, "The image could not be looked into: " + failure));
    }

    private static <T> Observed<T> told(@Nullable T value, Observed<T> unknown) {
        return value == null ? unknown : Observed.known(value);
    }

    /** The details of some images, with each content and package read once. */
    private final class Details {

        private final Instant now = clock.instant();
        private final Map<Integer, KeptContent> kept;
        private final PackageFacts.Known facts;
        private final Map<UUID, KnownFindings.Decided> decided = new HashMap<>();
        private final Map<Integer, ImageScan> undecided = new HashMap<>();
        private final Map<UUID, Signatures> signed;

        Details(List<Known> known) {
            signed = signatures.of(known.stream().map(Known::id).collect(Collectors.toSet()));
            Set<Look> looks = new HashSet<>();
            List<UUID> workloads = new ArrayList<>();
            for (Known one : known) {
                if (one.look() != null) {
                    looks.add(one.look());
                    if (one.workload() != null) {
                        workloads.add(one.workload());
                    }
                }
            }
            kept = contents.get(looks);
            facts = packages.of(kept.values());
            if (!workloads.isEmpty()) {
                findings.forEach(source -> decided.putAll(source.decidedFor(workloads)));
            }
        }

        ImageDetails of(Known one) {
            KeptContent content =
                    one.look() == null ? null : kept.get(one.look().contentId());
            Signatures found = signed.get(one.id());
            Observed<Signatures> verified = found == null ? one.told().verifiedBy() : Observed.known(found);
            return content == null
                    ? one.told().verifiedBy(verified)
                    : looked(content, one, content.image().details(scan(content, one), verified));
        }

        private ImageDetails looked(KeptContent content, Known one, ImageDetails found) {
            Instant goodUntil = goodUntil(content);
            return new ImageDetails(
                    either(found.createdAt(), one.told().createdAt()),
                    either(found.user(), one.told().user()),
                    either(found.labels(), one.told().labels()),
                    goodUntil.isAfter(now)
                            ? found.scan()
                            : ScanAge.tooOld(content.image().scannedAt(), properties),
                    found.history(),
                    found.verifiedBy());
        }

        private ImageScan scan(KeptContent content, Known one) {
            ScanOfContent join = new ScanOfContent(content, facts, goodUntil(content));
            KnownFindings.Decided here = one.workload() == null ? null : decided.get(one.workload());
            return here == null ? undecided.computeIfAbsent(content.id(), key -> join.scan(null)) : join.scan(here);
        }

        private Instant goodUntil(KeptContent content) {
            return content.image().scannedAt().plus(properties.scanMaxAge());
        }

        private static <T> Observed<T> either(Observed<T> found, Observed<T> told) {
            return found.isKnown() ? found : told.isKnown() ? told : found;
        }
    }
}
