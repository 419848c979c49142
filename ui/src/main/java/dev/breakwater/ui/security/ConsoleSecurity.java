package dev.breakwater.ui.security;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;

import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import dev.breakwater.central.access.People;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/**
 * The console's filter chain, after those of the API and the actuator: a sign-in form, views by annotation. A
 * path that is no page reaches the console of who is signed in, which says so; anybody else comes to the sign-in.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "breakwater.console.enabled", matchIfMissing = true)
class ConsoleSecurity {

    /**
     * Nothing from elsewhere, nothing embedded, and in no frame. Vaadin starts by scripts within its page and computes
     * functions from what the server sends, so these two cannot be forbidden.
     */
    private static final String CONTENT = "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval';"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self';"
            + " object-src 'none'; base-uri 'self'; form-action 'self'; frame-src 'none'; frame-ancestors 'none'";

    /**
     * @param longest how long a session lasts at the most, however busy it is
     */
    @Bean
    @Order(100)
    SecurityFilterChain console(
            HttpSecurity http,
            People people,
            OpenSessions sessions,
            Clock clock,
            VaadinDefaultRequestCache wanted,
            @Value("${breakwater.console.longest-session:12h}") Duration longest) {
        // Whoever signs in comes to the very address that was asked for, without a mark at its end.
        HttpSessionRequestCache plain = new HttpSessionRequestCache();
        plain.setMatchingRequestParameterName(null);
        wanted.setDelegateRequestCache(plain);
        return http.addFilterAfter(
                        new SessionGuard(people, sessions, longest, clock), SecurityContextHolderFilter.class)
                .addFilterAfter(new SignInToken(), SecurityContextHolderFilter.class)
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(policy ->
                                policy.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=()")))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                SignInPage.PATH, "/bw/**", "/aura/**", "/webjars/echarts/**", "/favicon.ico")
                        .permitAll())
                .with(
                        vaadin(),
                        console -> console.loginView(SignInPage.PATH, SignInPage.PATH + "?signed-out")
                                .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated))
                .build();
    }
}
