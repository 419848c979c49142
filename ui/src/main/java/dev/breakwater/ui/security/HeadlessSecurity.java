package dev.breakwater.ui.security;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** The last filter chain of a product without a console: whatever the chains before it do not know is not there. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "breakwater.console.enabled", havingValue = "false")
class HeadlessSecurity {

    @Bean
    @Order(100)
    SecurityFilterChain nothingElse(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().denyAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (request, response, failure) -> response.setStatus(HttpServletResponse.SC_NOT_FOUND))
                        .accessDeniedHandler(
                                (request, response, failure) -> response.setStatus(HttpServletResponse.SC_NOT_FOUND)))
                .build();
    }
}
