package dev.breakwater.central.fleet.internal;

import dev.breakwater.central.fleet.ClusterRow;
import dev.breakwater.central.fleet.ClusterView;
import dev.breakwater.central.fleet.Clusters;
import dev.breakwater.central.fleet.NewCluster;
import dev.breakwater.central.fleet.PolicyDeclarations;
import dev.breakwater.central.fleet.internal.enrolment.NewTokens;
import dev.breakwater.central.fleet.internal.link.ConnectedSensors;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Page;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Service
class StoredClusters implements Clusters {

    private static final Pattern NAME = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern ENVIRONMENT = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._/-]{0,62}");

    private final ClusterReader reader;
    private final ClusterRecords records;
    private final NewTokens tokens;
    private final ConnectedSensors connected;
    private final ObjectProvider<PolicyDeclarations> declarations;
    private final TransactionTemplate transaction;

    StoredClusters(
            ClusterReader reader,
            ClusterRecords records,
            NewTokens tokens,
            ConnectedSensors connected,
            ObjectProvider<PolicyDeclarations> declarations,
            PlatformTransactionManager transactions) {
        this.reader = reader;
        this.records = records;
        this.tokens = tokens;
        this.connected = connected;
        this.declarations = declarations;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Page<ClusterRow> list(ListRequest request, AccessScope scope) {
        return reader.list(request, scope);
    }

    @Override
    public void stream(String q, String sort, AccessScope scope, Consumer<ClusterRow> sink) {
        reader.stream(q, sort, scope, sink);
    }

    @Override
    public ClusterView get(String nameOrId, AccessScope scope) {
        return reader.get(nameOrId, scope);
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    public NewCluster create(String name, String environment) {
        check(name, environment);
        return inTransaction(() -> tokens.create(records.create(name, environment), name));
    }

    static void check(String name, String environment) {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidRequest("name", name, "1 to 63 lower-case letters, digits and -, no - at an end");
        }
        if (!environment.isEmpty() && !ENVIRONMENT.matcher(environment).matches()) {
            throw new InvalidRequest("environment", environment, "up to 63 letters, digits, spaces and . _ / -");
        }
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    public NewCluster newToken(UUID id) {
        return inTransaction(() -> tokens.create(id, records.name(id)));
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    public void revokeToken(UUID id, UUID tokenId) {
        transaction.executeWithoutResult(status -> tokens.revoke(id, records.name(id), tokenId));
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    public void revoke(UUID id) {
        transaction.executeWithoutResult(status -> records.revoke(id));
        connected.cutOff(id);
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    public void remove(UUID id, String name) {
        String stored = records.name(id);
        if (!stored.equals(name)) {
            throw new InvalidRequest("name", name, "the name of the cluster that is to be removed, '" + stored + "'");
        }
        revoke(id);
        declarations.forEach(each -> each.removed(id, stored));
        records.deleteWhatItHad(id);
        transaction.executeWithoutResult(status -> records.delete(id, stored));
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
