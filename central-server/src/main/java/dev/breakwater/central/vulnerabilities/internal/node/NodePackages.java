package dev.breakwater.central.vulnerabilities.internal.node;

import dev.breakwater.central.images.KnownPackages;
import dev.breakwater.central.nodes.NodeEvidence;
import dev.breakwater.central.nodes.NodeEvidence.Held;
import dev.breakwater.central.nodes.NodeEvidenceListener;
import dev.breakwater.central.vulnerabilities.internal.match.MatchingWorker;
import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.machine.KernelPackages;
import dev.breakwater.engine.machine.MachineEvidence;
import dev.breakwater.engine.machine.MachineEvidence.Unread;
import dev.breakwater.engine.machine.PackageUse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the packages out of evidence as it arrives, in its transaction. From then on they are matched as those of images: a new
 * advisory is a comparison of versions, and no machine is looked at again for it.
 */
@Component
class NodePackages implements NodeEvidenceListener {

    /** The part of evidence that the packages are, as node mode names it among what it could not read. */
    private static final String PART = "packages";

    private static final long FIRST_SECONDS = 15;
    private static final long EVERY_SECONDS = 60;
    private static final int AT_ONCE = 20;

    private final KnownPackages packages;
    private final NodePackageTable table;
    private final MatchingWorker worker;
    private final ObjectProvider<NodeEvidence> evidence;
    private final TransactionTemplate transaction;

    NodePackages(
            KnownPackages packages,
            NodePackageTable table,
            MatchingWorker worker,
            ObjectProvider<NodeEvidence> evidence,
            PlatformTransactionManager transactions) {
        this.packages = packages;
        this.table = table;
        this.worker = worker;
        this.evidence = evidence;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void arrived(UUID nodeId, @Nullable UUID clusterId, MachineEvidence found) {
        String kernel = found.machine().kernel();
        List<Integer> ids = packages.store(found.machine().os(), found.packages());
        Map<Integer, PackageUse> uses = new LinkedHashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            uses.merge(
                    ids.get(i),
                    KernelPackages.use(found.packages().get(i), kernel),
                    (one, other) -> one.compareTo(other) <= 0 ? one : other);
        }
        table.write(nodeId, uses, kernel, problem(found));
        worker.wakeAfterCommit();
    }

    /** Why what is installed is not all known, empty = it is. */
    private static String problem(MachineEvidence found) {
        String unread = found.unread().stream()
                .filter(one -> one.what().equals(PART))
                .map(Unread::reason)
                .distinct()
                .collect(Collectors.joining("; "));
        if (!unread.isEmpty()) {
            return "Its packages could not all be read: " + unread + ".";
        }
        if (found.packages().isEmpty()) {
            return "No package was found on it.";
        }
        boolean distributed =
                found.packages().stream().map(InstalledPackage::type).anyMatch(type -> type.isOfDistribution());
        return distributed && found.machine().os() == null ? "It does not say which distribution it runs." : "";
    }

    /** Evidence that came before its packages were taken out. */
    @Scheduled(initialDelay = FIRST_SECONDS, fixedDelay = EVERY_SECONDS, timeUnit = TimeUnit.SECONDS)
    void takeWhatCameBefore() {
        List<UUID> due = table.untaken(AT_ONCE);
        while (!due.isEmpty()) {
            List<Held> read = evidence.getObject().read(due);
            read.forEach(held -> transaction.executeWithoutResult(
                    status -> arrived(held.state().nodeId(), null, held.evidence())));
            due = read.isEmpty() ? List.of() : table.untaken(AT_ONCE);
        }
    }
}
