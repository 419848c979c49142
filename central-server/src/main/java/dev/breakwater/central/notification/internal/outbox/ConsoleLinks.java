package dev.breakwater.central.notification.internal.outbox;

import dev.breakwater.central.platform.FilterExpression;
import dev.breakwater.central.system.SystemProperties;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Addresses of the console for messages; empty where nobody said how people reach it. */
@Component
class ConsoleLinks {

    private final String base;

    ConsoleLinks(SystemProperties system) {
        String url = system.publicUrl();
        this.base = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    String console() {
        return base.isEmpty() ? "" : base + "/";
    }

    String violation(String id) {
        return base.isEmpty() || id.isEmpty() ? "" : base + "/violations/" + id;
    }

    String violations(UUID policy, String owner) {
        if (base.isEmpty()) {
            return "";
        }
        FilterExpression filter = FilterExpression.parse("").and("policy", policy.toString());
        String q = (owner.isEmpty() ? filter : filter.and("owner", owner)).toString();
        return base + "/violations?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8);
    }

    String cluster(String name) {
        return base.isEmpty() ? "" : name.isEmpty() ? base + "/health" : base + "/clusters/of/" + name;
    }
}
