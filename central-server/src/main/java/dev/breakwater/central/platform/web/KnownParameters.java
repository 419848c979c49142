package dev.breakwater.central.platform.web;

import dev.breakwater.central.platform.InvalidRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses a query parameter that the resource does not know, or that is given twice: a misspelt filter that is silently
 * ignored would answer with more than was asked for, and look right.
 */
final class KnownParameters implements HandlerInterceptor {

    private static final String OURS = "dev.breakwater.";

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getQueryString() != null
                && handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith(OURS)) {
            Set<String> allowed = known.computeIfAbsent(method.getMethod(), m -> parametersOf(method));
            request.getParameterMap().forEach((name, values) -> {
                if (!allowed.contains(name)) {
                    throw new InvalidRequest(
                            name,
                            String.join(", ", values),
                            allowed.isEmpty()
                                    ? "no query parameter"
                                    : "one of the parameters " + String.join(", ", allowed));
                }
                if (values.length > 1) {
                    throw new InvalidRequest(name, String.join(", ", values), "given once");
                }
            });
        }
        return true;
    }

    private static Set<String> parametersOf(HandlerMethod method) {
        Set<String> names = new TreeSet<>();
        for (MethodParameter parameter : method.getMethodParameters()) {
            RequestParam single = parameter.getParameterAnnotation(RequestParam.class);
            if (single != null) {
                names.add(single.name().isEmpty() ? parameter.getParameter().getName() : single.name());
            } else if (parameter.hasParameterAnnotation(ParameterObject.class)) {
                for (RecordComponent component : parameter.getParameterType().getRecordComponents()) {
                    names.add(component.getName());
                }
            }
        }
        return names;
    }
}
