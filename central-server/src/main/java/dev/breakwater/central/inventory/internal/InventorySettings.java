package dev.breakwater.central.inventory.internal;

import dev.breakwater.central.inventory.OwnershipRules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/** The rules of the inventory as people set them, or their defaults. */
@Component
class InventorySettings {

    static final String OWNERSHIP = "inventory.ownership";
    static final String PLATFORM_NAMESPACES = "inventory.platform-namespaces";

    static final List<String> DEFAULT_PLATFORM_NAMESPACES = List.of(
            "kube-*",
            "openshift",
            "openshift-*",
            "istio-system",
            "linkerd*",
            "cert-manager",
            "ingress-nginx",
            "gatekeeper-system",
            "kyverno",
            "calico-*",
            "tigera-operator",
            "cilium",
            "metallb-system",
            "local-path-storage",
            "gke-*",
            "gmp-*",
            "amazon-*",
            "azure-*",
            "argocd",
            "flux-system",
            "breakwater");

    private static final Logger LOG = LoggerFactory.getLogger(InventorySettings.class);
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private final JdbcTemplate jdbc;

    InventorySettings(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Reads both; one small query. */
    Classification current() {
        Map<String, String> values = new HashMap<>();
        jdbc.query(
                "select key, value from settings where key in (?, ?)",
                row -> {
                    values.put(row.getString(1), row.getString(2));
                },
                OWNERSHIP,
                PLATFORM_NAMESPACES);
        return new Classification(
                read(values, OWNERSHIP, json -> Json.read(json, OwnershipRules.class), OwnershipRules.DEFAULT),
                read(values, PLATFORM_NAMESPACES, json -> Json.read(json, TEXTS), DEFAULT_PLATFORM_NAMESPACES));
    }

    private static <T> T read(Map<String, String> values, String key, Function<String, T> parse, T byDefault) {
        String value = values.get(key);
        if (value == null) {
            return byDefault;
        }
        try {
            return parse.apply(value);
        } catch (JacksonException e) {
            LOG.error("setting {} cannot be read, its default holds", key, e);
            return byDefault;
        }
    }
}
