package dev.breakwater.central.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/** Tells what is asked by programs, and so answered in JSON, from what people's browsers ask. */
final class ApiPaths {

    private ApiPaths() {}

    static boolean isApi(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        // Before any normalization: a path that the firewall will refuse counts as what it looks like.
        String path = (failed == null ? request.getRequestURI() : failed.toString()).replaceFirst("^/+", "/");
        return path.equals("/api") || path.startsWith("/api/") || path.startsWith("/actuator/");
    }
}
