package dev.breakwater.central.operations.internal;

import dev.breakwater.central.operations.HealthReading;
import dev.breakwater.central.operations.HealthReading.Words;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How long central's own authority, which signs the sensors' certificates, is valid. */
@Component
@Order(5)
class AuthorityProbe implements HealthProbe {

    private final JdbcTemplate jdbc;

    AuthorityProbe(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "authority.certificate";
    }

    @Override
    public String title() {
        return "Certificate authority";
    }

    @Override
    public List<HealthReading> read(Instant now) {
        return jdbc.queryForList("select certificate from central_authority", String.class).stream()
                .map(pem -> reading(pem, now))
                .toList();
    }

    private HealthReading reading(String pem, Instant now) {
        try {
            X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
            long days =
                    Duration.between(now, certificate.getNotAfter().toInstant()).toDays();
            return HealthReading.atMost(
                    name(),
                    title(),
                    -days,
                    -180,
                    -30,
                    new Words(
                            "valid for " + days + " days",
                            "renew it when less than 180 days are left",
                            "Plan a new authority; every sensor has to enrol anew with it."));
        } catch (CertificateException e) {
            throw new IllegalStateException("central's certificate cannot be read", e);
        }
    }
}
