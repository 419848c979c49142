package dev.breakwater.central.images.internal.contents;

import dev.breakwater.central.images.BaseImages.Body;
import dev.breakwater.central.images.internal.ImagesProperties;
import dev.breakwater.central.images.internal.contents.ContentCache.Look;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.engine.image.ImageLayer;
import dev.breakwater.engine.model.ImageDetails;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What is in contents as policies and risk would read it, whoever runs them or nobody. */
@Component
public class ContentBodies {

    private final JdbcTemplate jdbc;
    private final ContentCache contents;
    private final PackageFacts packages;
    private final ImagesProperties properties;

    ContentBodies(JdbcTemplate jdbc, ContentCache contents, PackageFacts packages, ImagesProperties properties) {
        this.jdbc = jdbc;
        this.contents = contents;
        this.packages = packages;
        this.properties = properties;
    }

    /** By content id; those that are gone are left out. */
    public Map<Integer, Body> of(Collection<Integer> contentIds) {
        List<Look> looks = jdbc.query(
                "select id, scanned_at from image_contents where id = any(?)",
                (row, number) -> new Look(row.getInt("id"), Sql.instant(row, "scanned_at")),
                Rows.array("int4", new HashSet<>(contentIds)));
        Map<Integer, KeptContent> kept = contents.get(looks);
        PackageFacts.Known facts = packages.of(kept.values());
        Map<Integer, Body> bodies = new HashMap<>();
        kept.forEach((id, content) -> bodies.put(
                id,
                new Body(
                        content.image()
                                .details(
                                        new ScanOfContent(
                                                        content,
                                                        facts,
                                                        content.image()
                                                                .scannedAt()
                                                                .plus(properties.scanMaxAge()))
                                                .scan(null),
                                        ImageDetails.NOT_LOOKED_AT.verifiedBy()),
                        content.image().contents().layers().stream()
                                .map(ImageLayer::diffId)
                                .toList(),
                        content.packageIds())));
        return bodies;
    }
}
