package dev.breakwater.central.images.internal;

import dev.breakwater.central.system.RetentionRule;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
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
}
