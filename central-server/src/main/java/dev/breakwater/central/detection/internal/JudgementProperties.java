package dev.breakwater.central.detection.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How what is due is judged: {@code breakwater.judgement.*}.
 *
 * @param workers how many judge at once in this replica, 0 = none (others do)
 * @param batch workloads of one transaction
 * @param poll how often to look for what time alone made due, or another replica marked
 */
@ConfigurationProperties("breakwater.judgement")
record JudgementProperties(
        @DefaultValue("2") int workers,
        @DefaultValue("1000") int batch,
        @DefaultValue("500ms") Duration poll) {

    JudgementProperties {
        if (workers < 0 || workers > 16 || batch < 1 || batch > 5000 || poll.isNegative() || poll.isZero()) {
            throw new IllegalArgumentException(
                    "breakwater.judgement: workers is 0 to 16, batch 1 to 5000, poll longer than 0");
        }
    }
}
