package dev.breakwater.central.fleet.internal.authority;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The key over all stored secrets.
 *
 * @param masterKey 32 bytes, base64 ({@code BREAKWATER_MASTER_KEY}); there is no default
 */
@ConfigurationProperties("breakwater")
public record MasterKeyProperties(@DefaultValue("") String masterKey) {

    @Override
    public String toString() {
        return "MasterKeyProperties[key not shown]";
    }
}
