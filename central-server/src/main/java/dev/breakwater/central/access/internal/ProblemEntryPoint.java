package dev.breakwater.central.access.internal;

import dev.breakwater.central.platform.web.ProblemCode;
import dev.breakwater.central.platform.web.ProblemWriter;
import dev.breakwater.central.platform.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Tells a caller how to sign in, or when to try again. */
final class ProblemEntryPoint implements AuthenticationEntryPoint {

    private final ProblemWriter problems;

    ProblemEntryPoint(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof LockedException) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(SignInThrottle.WINDOW.toSeconds()));
            problems.write(response, Problems.of(ProblemCode.THROTTLED, String.valueOf(failure.getMessage())));
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Breakwater\", Bearer");
        problems.write(response, Problems.of(ProblemCode.UNAUTHORIZED, String.valueOf(failure.getMessage())));
    }
}
