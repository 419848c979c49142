package dev.breakwater.central.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads no more of a body than a request of the API can need: the server limits forms by itself, but not JSON. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class BodyLimit extends OncePerRequestFilter {

    /** Bytes of a body. */
    static final long LIMIT = 1 << 20;

    /** Bytes of a file that is imported. */
    static final long LIMIT_OF_IMPORT = 32 << 20;

    /** Bytes of manifests that are checked. */
    static final long LIMIT_OF_CHECK = 8 << 20;

    /** Bytes of policies that are applied together. */
    static final long LIMIT_OF_POLICIES = 4 << 20;

    /** Bytes of a bill of materials or a report, with what a form puts around it. */
    static final long LIMIT_OF_DOCUMENT = 65 << 20;

    /** Bytes of a VEX document, with what a form puts around it. */
    static final long LIMIT_OF_VEX = 9 << 20;

    /** Bytes of feeds that are brought together. */
    static final long LIMIT_OF_FEEDS = 1L << 30;

    /** Bytes of what a look at a node found. */
    static final long LIMIT_OF_EVIDENCE = 16 << 20;

    /** Bytes of an attestation with its file, with what a form puts around it. */
    static final long LIMIT_OF_ATTESTATION = 6 << 20;

    private final ProblemWriter problems;

    BodyLimit(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !ApiPaths.isApi(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long limit =
                limit(request.getRequestURI().substring(request.getContextPath().length()));
        if (request.getContentLengthLong() > limit) {
            response.setHeader("Connection", "close");
            problems.write(
                    response,
                    Problems.of(ProblemCode.CONTENT_TOO_LARGE, String.valueOf(new BodyTooLarge(limit).getMessage())));
            return;
        }
        if (isFormOfUnknownLength(request) && limit != LIMIT_OF_FEEDS) {
            response.setHeader("Connection", "close");
            problems.write(response, Problems.of(ProblemCode.CONTENT_TOO_LARGE, "A form has to say how long it is."));
            return;
        }
        chain.doFilter(new Limited(request, limit), response);
    }

    /** The server reads a form by itself, up to what the largest may have. */
    private static boolean isFormOfUnknownLength(HttpServletRequest request) {
        String type = request.getContentType();
        return request.getContentLengthLong() < 0
                && type != null
                && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    private static long limit(String path) {
        return switch (path) {
            case "/api/v1/import" -> LIMIT_OF_IMPORT;
            case "/api/v1/feeds" -> LIMIT_OF_FEEDS;
            case "/api/v1/checks/manifests" -> LIMIT_OF_CHECK;
            case "/api/v1/policies/apply", "/api/v1/policies/diff" -> LIMIT_OF_POLICIES;
            case "/api/v1/sboms" -> LIMIT_OF_DOCUMENT;
            case "/api/v1/vex" -> LIMIT_OF_VEX;
            case "/api/v1/compliance/attestations" -> LIMIT_OF_ATTESTATION;
            default -> isEvidence(path) ? LIMIT_OF_EVIDENCE : LIMIT;
        };
    }

    private static boolean isEvidence(String path) {
        return path.startsWith("/api/v1/nodes/") && path.endsWith("/evidence") || path.equals("/api/v1/nodes/evidence");
    }

    /** Counts what is read of a body whose length was not told. */
    private static final class Limited extends HttpServletRequestWrapper {

        private final long limit;

        Limited(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counted(super.getInputStream(), limit);
        }
    }

    private static final class Counted extends ServletInputStream {

        private final ServletInputStream body;
        private final long limit;
        private long read;

        Counted(ServletInputStream body, long limit) {
            this.body = body;
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int next = body.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int got = body.read(buffer, offset, length);
            count(Math.max(got, 0));
            return got;
        }

        private void count(int bytes) throws BodyTooLarge {
            read += bytes;
            if (read > limit) {
                throw new BodyTooLarge(limit);
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
