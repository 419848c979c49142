package dev.breakwater.central.platform.web;

import dev.breakwater.central.platform.Correlation;
import dev.breakwater.central.platform.Transience;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Makes a problem of what fails outside of any controller: the firewall, a filter, a status sent by the framework. Without
 * it the server would answer with a page.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class ApiErrorFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(ApiErrorFilter.class);

    private final ProblemWriter problems;

    ApiErrorFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !ApiPaths.isApi(request);
    }

    /** The server itself refuses some requests before any filter and then asks for an error page. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterNestedErrorDispatch(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (shouldNotFilter(request)) {
            chain.doFilter(request, response);
        } else {
            doFilterInternal(request, response, chain);
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            new ProblemsForErrors(response).sendError(response.getStatus());
            return;
        }
        try {
            chain.doFilter(request, new ProblemsForErrors(response));
        } catch (Exception e) {
            if (response.isCommitted()) {
                log.warn("an answer broke off", e);
                throw e;
            }
            response.reset();
            if (Transience.isTransient(e)) {
                log.warn("request failed, the database does not answer", e);
                response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(ProblemAdvice.RETRY_SECONDS));
                problems.write(response, Problems.of(ProblemCode.DATABASE_UNAVAILABLE, ProblemAdvice.DATABASE_HINT));
                return;
            }
            log.error("request failed outside of a controller", e);
            problems.write(response, Problems.of(ProblemCode.INTERNAL_ERROR, logHint()));
        }
    }

    static String logHint() {
        return "The log has more under the id " + Correlation.current() + ".";
    }

    private final class ProblemsForErrors extends HttpServletResponseWrapper {

        ProblemsForErrors(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void sendError(int status) throws IOException {
            sendError(status, null);
        }

        @Override
        public void sendError(int status, @Nullable String message) throws IOException {
            ProblemCode code = ProblemCode.of(status);
            String detail = message != null && !message.isBlank()
                    ? message
                    : code == null ? "The server refused the request." : code.title();
            resetBuffer();
            problems.write(
                    (HttpServletResponse) getResponse(), Problems.ofStatus(HttpStatusCode.valueOf(status), detail));
            flushBuffer();
        }
    }
}
