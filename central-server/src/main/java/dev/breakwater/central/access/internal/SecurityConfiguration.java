package dev.breakwater.central.access.internal;

import dev.breakwater.central.access.ApiTokens;
import dev.breakwater.central.platform.web.ProblemCode;
import dev.breakwater.central.platform.web.ProblemWriter;
import dev.breakwater.central.platform.web.Problems;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Filter chains of central: the REST API (Basic or bearer, no session, hence no CSRF), the probes and the actuator. The console
 * brings a third with its sign-in form; what none of them knows is refused by the last. Spring finds {@link LocalAuthentication}
 * by itself for all of them: named again here, every wrong password would be tried, and counted, twice.
 */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
@EnableConfigurationProperties(AccessProperties.class)
class SecurityConfiguration {

    /** A token of a pipeline reads nothing. */
    private static final String[] READERS = {"ADMIN", "ANALYST"};

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    @Order(10)
    SecurityFilterChain api(HttpSecurity http, ApiTokens tokens, ProblemWriter problems) {
        AuthenticationEntryPoint signIn = new ProblemEntryPoint(problems);
        AccessDeniedHandler refuse = (request, response, failure) ->
                problems.write(response, Problems.of(ProblemCode.FORBIDDEN, "Your role does not include this."));
        return http.securityMatcher("/api/**")
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)))
                .authorizeHttpRequests(
                        requests -> requests.requestMatchers("/api/openapi", "/api/openapi.yaml", "/api/openapi/**")
                                .permitAll()
                                .requestMatchers(HttpMethod.POST, "/api/v1/checks/manifests")
                                .hasAnyRole("ADMIN", "ANALYST", "PIPELINE")
                                .requestMatchers(
                                        HttpMethod.POST,
                                        "/api/v1/nodes/evidence",
                                        "/api/v1/nodes/*/evidence",
                                        "/api/v1/nodes/looks")
                                .hasAnyRole("ADMIN", "NODE")
                                .requestMatchers(HttpMethod.POST, "/api/v1/sboms")
                                .hasAnyRole("ADMIN", "PIPELINE")
                                .requestMatchers(HttpMethod.GET, "/api/**")
                                .hasAnyRole(READERS)
                                .requestMatchers("/api/v1/me/**")
                                .hasAnyRole(READERS)
                                .requestMatchers(
                                        HttpMethod.POST,
                                        "/api/v1/workloads/*/what-if",
                                        "/api/v1/policies/dry-run",
                                        "/api/v1/policies/diff")
                                .hasAnyRole(READERS)
                                .anyRequest()
                                .hasRole("ADMIN"))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .httpBasic(basic -> basic.authenticationEntryPoint(signIn))
                .addFilterBefore(new BearerFilter(tokens, problems), UsernamePasswordAuthenticationFilter.class)
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(signIn).accessDeniedHandler(refuse))
                .build();
    }

    /** Whoever supervises asks often, and also when the database that holds the accounts is away: nobody is signed in. */
    @Bean
    @Order(15)
    SecurityFilterChain probes(HttpSecurity http) {
        return http.securityMatcher("/actuator/health/liveness", "/actuator/health/readiness")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .build();
    }

    @Bean
    @Order(20)
    SecurityFilterChain actuator(HttpSecurity http, ApiTokens tokens, ProblemWriter problems) {
        return http.securityMatcher("/actuator/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/actuator/health", "/actuator/health/**", "/actuator/info")
                        .permitAll()
                        .anyRequest()
                        .hasAnyRole(READERS))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .httpBasic(basic -> basic.authenticationEntryPoint(new ProblemEntryPoint(problems)))
                .addFilterBefore(new BearerFilter(tokens, problems), UsernamePasswordAuthenticationFilter.class)
                .build();
    }
}
