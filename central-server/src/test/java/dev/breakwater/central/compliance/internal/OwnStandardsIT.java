package dev.breakwater.central.compliance.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.compliance.OwnStandards;
import dev.breakwater.central.testing.JudgingCentral;
import dev.breakwater.engine.compliance.Standard;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What people wrote is in force as soon as it is saved, whoever reads meanwhile. */
class OwnStandardsIT {

    private static final String YAML = """
            id: racing
            name: Racing
            sections:
              - id: '1'
                title: One
                controls:
                  - {id: '1.1', title: x, asks: y, checks: [not-privileged]}
            """;

    @RegisterExtension
    static final JudgingCentral central = JudgingCentral.quiet();

    @Test
    void aReaderBetweenWritingAndCommittingHidesNothing() {
        TransactionTemplate transaction = new TransactionTemplate(central.bean(PlatformTransactionManager.class));
        transaction.executeWithoutResult(status -> {
            central.bean(OwnStandards.class).save(null, null, YAML);
            assertThat(CompletableFuture.supplyAsync(OwnStandardsIT::inForce).join())
                    .doesNotContain("racing");
        });
        assertThat(inForce()).contains("racing");
        transaction.executeWithoutResult(status -> {
            central.bean(OwnStandards.class).delete("racing");
            assertThat(CompletableFuture.supplyAsync(OwnStandardsIT::inForce).join())
                    .contains("racing");
        });
        assertThat(inForce()).doesNotContain("racing");
    }

    private static List<String> inForce() {
        return central.bean(StandardsInForce.class).all().stream()
                .map(Standard::id)
                .toList();
    }
}
