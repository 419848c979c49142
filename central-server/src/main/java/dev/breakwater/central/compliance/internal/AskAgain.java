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
        // A verdict that still holds would not be looked at again, and nobody would ask the checks.
        jdbc.update("""
                update judgements j set policy_revision = -1
                from workloads w left join workload_checks c on c.workload_id = w.id
                where w.id = j.workload_id and c.catalogue is distinct from ?
                """, catalogue.version());
        jdbc.update("""
                insert into judgement_due (workload_id, cluster_id, due_at, cause)
                select w.id, w.cluster_id, now(), 'the checks of standards changed'
                from workloads w left join workload_checks c on c.workload_id = w.id
                where c.catalogue is distinct from ? order by w.id
                on conflict (workload_id) do nothing
                """, catalogue.version());
    }
}
