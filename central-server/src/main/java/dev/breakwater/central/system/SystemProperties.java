package dev.breakwater.central.system;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What kind of installation this is.
 *
 * @param evaluation started with the embedded database, not for production; health and banner say so
 * @param expectedClusters clusters that are being added at start: the summary waits until so many are read and judged
 */
@ConfigurationProperties("breakwater.system")
public record SystemProperties(
        @DefaultValue("false") boolean evaluation,
        @DefaultValue("0") int expectedClusters) {}
