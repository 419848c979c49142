package dev.breakwater.central.nodes.internal;

import dev.breakwater.central.nodes.EvidenceAge;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How central deals with what looks at machines found: {@code breakwater.nodes.*}.
 *
 * @param evidenceMaxAge evidence older than this counts as none: what needs it is unknown. Node mode looks every six hours
 */
@ConfigurationProperties("breakwater.nodes")
record NodesProperties(@DefaultValue("24h") Duration evidenceMaxAge) implements EvidenceAge {

    NodesProperties {
        if (evidenceMaxAge.toMinutes() < 10) {
            throw new IllegalArgumentException(
                    "breakwater.nodes.evidence-max-age is '" + evidenceMaxAge + "'; allowed: 10m or more");
        }
    }
}
