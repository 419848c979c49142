package dev.breakwater.central.fleet.internal.enrolment;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.breakwater.central.audit.Audit;
import dev.breakwater.central.fleet.internal.LinkProperties;
import dev.breakwater.central.fleet.internal.authority.ClientRequest;
import dev.breakwater.central.fleet.internal.enrolment.EnrolmentRefused.Reason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Exchanges a one-time token for a certificate, and a certificate for its successor. */
@Component
public class Enrolments {

    private static final String REFUSED =
            "the enrolment token is not valid for this cluster; make a new one in central";
    private static final int MAX_CLUSTER_NAME = 63;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Certificates certificates;
    private final Audit audit;
    private final Clock clock;
    private final AttemptLimit limit;

    Enrolments(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Certificates certificates,
            Audit audit,
            Clock clock,
            LinkProperties properties) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.certificates = certificates;
        this.audit = audit;
        this.clock = clock;
        this.limit =
                new AttemptLimit(properties.enrolmentsPerPeer(), properties.enrolmentsOverall(), Ticker.systemTicker());
    }

    /**
     * Uses up a token. A cluster that was revoked is let in again by it: its old certificates stay revoked.
     *
     * @param peer address of the sensor
     * @throws EnrolmentRefused if it is not granted; the token is not used up then
     */
    public IssuedCertificate enrol(String tokenText, byte[] certificateRequest, String cluster, String peer) {
        if (!limit.admits(peer)) {
            throw new EnrolmentRefused(Reason.TOO_MANY, "too many enrolments; try again in a minute");
        }
        ClientRequest request = readable(certificateRequest);
        Optional<StoredToken> token = EnrolmentToken.parse(tokenText).flatMap(this::find);
        Instant now = clock.instant();
        String fault = token.map(t -> t.fault(cluster, now)).orElse("unknown token");
        if (fault.isEmpty()) {
            Optional<IssuedCertificate> issued =
                    Optional.ofNullable(transaction.execute(status -> useUp(token.orElseThrow(), request, peer, now)));
            if (issued.isPresent()) {
                return issued.get();
            }
            fault = "used token";
        }
        refuse(token, cluster, peer, fault);
        throw new EnrolmentRefused(Reason.TOKEN, REFUSED);
    }

    /** A new certificate for a cluster that has a valid one. */
    public IssuedCertificate renew(UUID clusterId, String cluster, byte[] certificateRequest) {
        ClientRequest request = readable(certificateRequest);
        IssuedCertificate issued = transaction.execute(status -> certificates.issue(request, clusterId, cluster));
        if (issued == null) {
            throw new IllegalStateException("a transaction that issues a certificate returns it");
        }
        return issued;
    }

    private static ClientRequest readable(byte[] certificateRequest) {
        try {
            return ClientRequest.parse(certificateRequest);
        } catch (IllegalArgumentException e) {
            throw new EnrolmentRefused(Reason.REQUEST, String.valueOf(e.getMessage()));
        }
    }

    // The condition on used_at decides between two sensors that come with one token at the same time.
    private @Nullable IssuedCertificate useUp(StoredToken token, ClientRequest request, String peer, Instant now) {
        int used = jdbc.sql("update enrolment_tokens set used_at = :now where id = :id and used_at is null "
                        + "and revoked_at is null")
                .param("now", Timestamp.from(now))
                .param("id", token.id())
                .update();
        if (used == 0) {
            return null;
        }
        jdbc.sql("update clusters set revoked_at = null where id = :id")
                .param("id", token.clusterId())
                .update();
        IssuedCertificate issued = certificates.issue(request, token.clusterId(), token.cluster());
        audit.record("enrolled", "cluster", token.clusterId().toString(), token.cluster(), null, Map.of("peer", peer));
        return issued;
    }

    private void refuse(Optional<StoredToken> token, String cluster, String peer, String fault) {
        String asked = cluster.substring(0, Math.min(cluster.length(), MAX_CLUSTER_NAME));
        transaction.executeWithoutResult(status -> audit.record(
                "enrolment refused",
                "cluster",
                token.map(t -> t.clusterId().toString()).orElse(""),
                token.map(StoredToken::cluster).orElse(""),
                null,
                Map.of("peer", peer, "reason", fault, "askedFor", asked.replace('\0', ' '))));
    }

    private Optional<StoredToken> find(EnrolmentToken token) {
        return jdbc.sql("""
                select t.id, t.cluster_id, c.name, t.expires_at, t.used_at, t.revoked_at
                from enrolment_tokens t join clusters c on c.id = t.cluster_id where t.token_hash = :hash
                """)
                .param("hash", token.hash())
                .query(StoredToken::read)
                .optional();
    }

    private record StoredToken(
            UUID id, UUID clusterId, String cluster, Instant expiresAt, boolean used, boolean revoked) {

        static StoredToken read(ResultSet row, int number) throws SQLException {
            return new StoredToken(
                    row.getObject("id", UUID.class),
                    row.getObject("cluster_id", UUID.class),
                    row.getString("name"),
                    row.getTimestamp("expires_at").toInstant(),
                    row.getTimestamp("used_at") != null,
                    row.getTimestamp("revoked_at") != null);
        }

        String fault(String asked, Instant now) {
            if (revoked) {
                return "revoked token";
            }
            if (used) {
                return "used token";
            }
            if (!now.isBefore(expiresAt)) {
                return "expired token";
            }
            return asked.equals(cluster) ? "" : "token of another cluster";
        }
    }
}
