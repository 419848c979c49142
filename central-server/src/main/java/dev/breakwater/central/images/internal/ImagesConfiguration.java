package dev.breakwater.central.images.internal;

import dev.breakwater.central.system.RetentionRule;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImagesProperties.class)
class ImagesConfiguration {

    /**
     * Images that no workload has run for long, with what was told of them; one that a pipeline told of since stays. Since when
     * an image is unused is noted here, so the time counts from the first look at it after its last use. Whoever runs it again
     * takes the note back, which the deletion waits for and looks at once more.
     */
    @Bean
    RetentionRule unusedImageRetention() {
        return new RetentionRule(
                "unused-images",
                "images that no workload runs any more, with what was told of them",
                90,
                List.of("images", "image_facts"),
                """
                with b as (select ?::timestamptz as before),
                used as (
                    update images i set unused_since = null
                    where i.unused_since is not null
                        and exists (select 1 from workload_images w where w.image_id = i.id)),
                noted as (
                    update images i set unused_since = now()
                    where i.unused_since is null
                        and not exists (select 1 from workload_images w where w.image_id = i.id)),
                old as materialized (
                    select i.id from images i, b
                    where i.unused_since < b.before
                        and not exists (select 1 from workload_images w where w.image_id = i.id)
                        and not exists (
                            select 1 from image_facts f where f.image_id = i.id and f.recorded_at >= b.before)
                    limit ?),
                facts as (delete from image_facts where image_id in (select id from old))
                delete from images i using b where i.id in (select id from old) and i.unused_since < b.before
                """);
    }

    /** Contents that belong to no image that is kept; one that was told of before the image ever ran waits as long. */
    @Bean
    RetentionRule unusedContentRetention() {
        return new RetentionRule(
                "unused-image-contents",
                "what was found in images that no workload runs any more",
                90,
                List.of("image_contents", "image_packages"),
                """
                delete from image_contents where id = any (array(
                    select c.id from image_contents c where c.scanned_at < ?::timestamptz
                        and not exists (select 1 from contents_of_images v where v.content_id = c.id) limit ?))
                """);
    }

    /** Packages that went with the last content that had them. */
    @Bean
    RetentionRule unusedPackageRetention() {
        return new RetentionRule(
                "unused-packages", "packages that no image and no machine has any more", 1, List.of("packages"), """
                delete from packages where id = any (array(
                    select p.id from packages p, (select ?::timestamptz) as unimportant(at)
                    where not exists (select 1 from image_packages i where i.package_id = p.id)
                        and not exists (select 1 from node_packages n where n.package_id = p.id) limit ?))
                """);
    }

    /** What was found in layers of images that were not scanned for long: it can be found again. */
    @Bean
    RetentionRule unusedLayerRetention() {
        return new RetentionRule(
                "unused-layers", "what was found in layers that no scan asked for", 45, List.of("layer_contents"), """
                delete from layer_contents where ctid = any (array(
                    select ctid from layer_contents where used_at < ?::timestamptz limit ?))
                """);
    }

    /** Those of images that run are looked for again before that. */
    @Bean
    RetentionRule unusedSignatureRetention() {
        return new RetentionRule(
                "unused-signatures",
                "signatures of images that no workload runs any more",
                90,
                List.of("image_signatures", "signature_verdicts"),
                """
                delete from image_signatures where target = any (array(
                    select s.target from image_signatures s where coalesce(s.tried_at, s.next_at) < ?::timestamptz
                        and not exists (select 1 from images i join workload_images u on u.image_id = i.id
                            where i.digest = s.target or i.digest is null and i.name = s.target) limit ?))
                """);
    }

    /** Those of images that run are renewed before that. */
    @Bean
    RetentionRule finishedScanRetention() {
        return new RetentionRule(
                "finished-scans",
                "scans that are over, of images that were not asked for since",
                90,
                List.of("scan_jobs"),
                """
                delete from scan_jobs where ctid = any (array(
                    select ctid from scan_jobs where state in ('DONE', 'FAILED', 'CANCELLED')
                        and finished_at < ?::timestamptz limit ?))
                """);
    }
}
