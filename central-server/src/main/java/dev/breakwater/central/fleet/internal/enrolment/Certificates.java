package dev.breakwater.central.fleet.internal.enrolment;

import dev.breakwater.central.fleet.internal.LinkProperties;
import dev.breakwater.central.fleet.internal.authority.Authority;
import dev.breakwater.central.fleet.internal.authority.ClientRequest;
import dev.breakwater.central.fleet.internal.authority.Keys;
import java.security.cert.X509Certificate;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Issues client certificates and remembers each, so that it can be revoked. */
@Component
public class Certificates {

    private final Authority authority;
    private final LinkProperties properties;
    private final JdbcClient jdbc;
    private final Clock clock;

    Certificates(Authority authority, LinkProperties properties, JdbcClient jdbc, Clock clock) {
        this.authority = authority;
        this.properties = properties;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Issues a certificate within the present transaction. */
    IssuedCertificate issue(ClientRequest request, UUID clusterId, String cluster) {
        Instant now = clock.instant();
        X509Certificate certificate =
                authority.issueClient(request, clusterId, cluster, now, properties.certificateLife());
        Timestamp end = new Timestamp(certificate.getNotAfter().getTime());
        jdbc.sql("""
                insert into cluster_certificates (serial, cluster_id, not_before, not_after)
                values (:serial, :cluster, :from, :to)
                """)
                .param("serial", serial(certificate))
                .param("cluster", clusterId)
                .param("from", new Timestamp(certificate.getNotBefore().getTime()))
                .param("to", end)
                .update();
        jdbc.sql("update clusters set certificate_expires_at = :end where id = :id")
                .param("end", end)
                .param("id", clusterId)
                .update();
        return new IssuedCertificate(clusterId, cluster, Keys.pem(certificate, authority.certificate()));
    }

    /** The serial number as it is stored. */
    public static String serial(X509Certificate certificate) {
        return certificate.getSerialNumber().toString(16);
    }
}
