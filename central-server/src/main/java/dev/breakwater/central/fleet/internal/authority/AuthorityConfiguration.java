package dev.breakwater.central.fleet.internal.authority;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MasterKeyProperties.class)
class AuthorityConfiguration {

    @Bean
    MasterKey masterKey(MasterKeyProperties properties) {
        return MasterKey.ofBase64(properties.masterKey());
    }

    @Bean
    Authority authority(AuthorityStore store, MasterKey masterKey) {
        return store.loadOrCreate(masterKey);
    }
}
