package dev.breakwater.ui.security;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The console's filter chain, after those of the API and the actuator: a sign-in form, views by annotation. A
 * path that is no page reaches the console of who is signed in, which says so; anybody else comes to the sign-in.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "breakwater.console.enabled", matchIfMissing = true)
class ConsoleSecurity {

    @Bean
    @Order(100)
    SecurityFilterChain console(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                SignInPage.PATH, "/bw/**", "/aura/**", "/webjars/echarts/**", "/favicon.ico")
                        .permitAll())
                .with(
                        vaadin(),
                        console -> console.loginView(SignInPage.PATH, SignInPage.PATH + "?signed-out")
                                .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated))
                .build();
    }
}
