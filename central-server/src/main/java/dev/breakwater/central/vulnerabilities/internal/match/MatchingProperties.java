package dev.breakwater.central.vulnerabilities.internal.match;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How packages are held against advisories: {@code breakwater.matching.*}.
 *
 * @param worker whether this replica does so
 */
@ConfigurationProperties("breakwater.matching")
record MatchingProperties(@DefaultValue("true") boolean worker) {}
