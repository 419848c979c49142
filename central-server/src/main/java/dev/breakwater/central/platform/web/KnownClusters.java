package dev.breakwater.central.platform.web;

import dev.breakwater.central.platform.NamedClusters;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.platform.Readers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Answers a list that is asked of a cluster that nobody knows like the cluster itself: not found. Nothing in a list would
 * read as nothing in the cluster. Names with {@code *} are filters, as those in {@code q} are.
 */
final class KnownClusters implements HandlerInterceptor {

    private static final String CLUSTER = "cluster";

    private final ObjectProvider<NamedClusters> clusters;
    private final ObjectProvider<Readers> readers;

    KnownClusters(ObjectProvider<NamedClusters> clusters, ObjectProvider<Readers> readers) {
        this.clusters = clusters;
        this.readers = readers;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String name = request.getQueryString() == null ? null : request.getParameter(CLUSTER);
        if (name != null
                && !name.isEmpty()
                && name.indexOf('*') < 0
                && handler instanceof HandlerMethod method
                && isAskedOfAList(method)
                && !clusters.getObject().isKnown(name, readers.getObject().scope())) {
            throw new NotFound(CLUSTER, name);
        }
        return true;
    }

    private static boolean isAskedOfAList(HandlerMethod method) {
        for (MethodParameter parameter : method.getMethodParameters()) {
            Class<?> type = parameter.getParameterType();
            if (type == ListParameters.class || type == ExportParameters.class) {
                return true;
            }
        }
        return false;
    }
}
