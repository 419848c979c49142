package dev.breakwater.central.access.internal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the first start.
 *
 * @param adminPassword password of {@code admin}, set when there is no account yet; empty = one is made and printed once
 * @param analystPassword password of the read-only account {@code analyst}; empty = it is not made
 */
@ConfigurationProperties("breakwater.access")
record AccessProperties(
        @DefaultValue("") String adminPassword,
        @DefaultValue("") String analystPassword) {

    @Override
    public String toString() {
        return "AccessProperties[passwords not shown]";
    }
}
