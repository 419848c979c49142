package dev.breakwater.central.compliance.internal;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A release that brings other checks has every workload asked again; until it was, the answers are unknown. */
@Component
class AskAgain {

    private final JdbcTemplate jdbc;
    private final CheckCatalogue catalogue;

    AskAgain(JdbcTemplate jdbc, CheckCatalogue catalogue) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    void askWhatWasAskedByOtherChecks() {
        jdbc.update("""
                insert into judgement_due (workload_id, cluster_id, due_at, cause)
                select w.id, w.cluster_id, now(), 'the checks of standards changed'
                from workloads w join workload_checks c on c.workload_id = w.id
                where c.catalogue <> ? order by w.id
                on conflict (workload_id) do nothing
                """, catalogue.version());
    }
}
