package dev.breakwater.ui.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.HtmlUtils;

/**
 * The page to sign in on: plain HTML with a plain form, so that it needs no session of the console, works with every password
 * manager and shows before any script has run.
 */
@Controller
@ConditionalOnProperty(name = "breakwater.console.enabled", matchIfMissing = true)
class SignInPage {

    static final String PATH = "/sign-in";

    private final String template = read("sign-in.html");

    @GetMapping(PATH)
    ResponseEntity<String> show(HttpServletRequest request, CsrfToken csrf) {
        if (request.getUserPrincipal() != null) {
            return ResponseEntity.status(HttpStatus.FOUND)
                    .header(HttpHeaders.LOCATION, request.getContextPath() + "/")
                    .build();
        }
        String page = template.replace("{{base}}", HtmlUtils.htmlEscape(request.getContextPath() + "/"))
                .replace("{{host}}", HtmlUtils.htmlEscape(request.getServerName()))
                .replace("{{csrfName}}", HtmlUtils.htmlEscape(csrf.getParameterName()))
                .replace("{{csrfToken}}", HtmlUtils.htmlEscape(csrf.getToken()))
                .replace("{{message}}", message(request));
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .body(page);
    }

    private static String message(HttpServletRequest request) {
        if (request.getParameter("error") != null) {
            return "<p class=\"bw-signin-error\" role=\"alert\">" + HtmlUtils.htmlEscape(failure(request)) + "</p>";
        }
        if (request.getParameter("signed-out") != null) {
            return "<p class=\"bw-signin-note\" role=\"status\">You are signed out.</p>";
        }
        if (request.getParameter(SignInToken.STALE) != null) {
            return "<p class=\"bw-signin-note\" role=\"status\">This page had been open for too long. Please sign in now.</p>";
        }
        return "";
    }

    private static String failure(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Object failure = session == null ? null : session.getAttribute(WebAttributes.AUTHENTICATION_EXCEPTION);
        String message = failure instanceof AuthenticationException e ? e.getMessage() : null;
        return message == null ? "Name or password is wrong." : message;
    }

    private static String read(String name) {
        try {
            return new ClassPathResource(name, SignInPage.class).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
