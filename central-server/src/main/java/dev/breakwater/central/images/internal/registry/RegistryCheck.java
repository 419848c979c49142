package dev.breakwater.central.images.internal.registry;

import dev.breakwater.central.images.RegistryDraft;
import dev.breakwater.central.platform.InvalidRequest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.regex.Pattern;

/** Says what is wrong with a registry, before anything is kept or called. */
final class RegistryCheck {

    private static final Pattern HOST = Pattern.compile(
            "(?:[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]{2,45}])(?::[0-9]{1,5})?");
    private static final Pattern LINE = Pattern.compile("[^\\p{Cntrl}]*");
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_SECRET = 8_192;
    private static final int LONGEST_PEM = 128 * 1024;
    private static final int MAX_PORT = 65_535;

    private RegistryCheck() {}

    static void check(RegistryDraft draft) {
        host("host", draft.host());
        if (!draft.mirrorOf().isEmpty()) {
            host("mirrorOf", draft.mirrorOf());
            if (draft.mirrorOf().equalsIgnoreCase(draft.host())) {
                throw new InvalidRequest("mirrorOf", draft.mirrorOf(), "another host, or nothing");
            }
        }
        line("username", draft.username(), LONGEST_NAME);
        String secret = draft.secret();
        if (secret != null
                && (secret.length() > LONGEST_SECRET || !LINE.matcher(secret).matches())) {
            throw new InvalidRequest(
                    "secret", "of " + secret.length() + " characters", "up to " + LONGEST_SECRET + " in one line");
        }
        if (secret != null && !secret.isEmpty() && draft.username().isEmpty()) {
            throw new InvalidRequest("username", "", "the name that the password is of");
        }
        if (!draft.caPem().isBlank()) {
            pem(draft.caPem());
        }
    }

    private static void host(String field, String host) {
        int colon = host.lastIndexOf(':');
        boolean port = colon > host.lastIndexOf(']');
        if (!HOST.matcher(host).matches() || port && Integer.parseInt(host.substring(colon + 1)) > MAX_PORT) {
            throw new InvalidRequest(
                    field,
                    host,
                    "a host as in the names of images, with a port where it has one: registry.example.com:5000");
        }
    }

    private static void line(String field, String value, int longest) {
        if (value.length() > longest || !LINE.matcher(value).matches()) {
            throw new InvalidRequest(field, value, "up to " + longest + " characters in one line");
        }
    }

    private static void pem(String pem) {
        String allowed = "certificates in PEM, up to " + LONGEST_PEM / 1024 + " KiB";
        try {
            if (pem.length() <= LONGEST_PEM
                    && !CertificateFactory.getInstance("X.509")
                            .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
                            .isEmpty()) {
                return;
            }
        } catch (CertificateException e) {
            // Told below.
        }
        throw new InvalidRequest("caPem", "of " + pem.length() + " characters", allowed);
    }
}
