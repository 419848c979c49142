package dev.breakwater.central.transfer.internal;

import dev.breakwater.central.audit.Audit;
import dev.breakwater.central.platform.Busy;
import dev.breakwater.central.platform.Conflict;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.TransactionLocks;
import dev.breakwater.central.system.Carried;
import dev.breakwater.central.transfer.ImportReport;
import dev.breakwater.central.transfer.ImportReport.Action;
import dev.breakwater.central.transfer.ImportWish;
import dev.breakwater.central.transfer.Transfer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Export in one snapshot, import in one transaction; one of them at a time, since each holds the whole file in memory. */
@Service
class StoredTransfer implements Transfer {

    private static final int WAIT_SECONDS = 600;

    private final List<Carried<?>> sections;
    private final Audit audit;
    private final TransactionLocks locks;
    private final TransactionTemplate snapshot;
    private final TransactionTemplate whole;
    private final Semaphore place = new Semaphore(1);

    StoredTransfer(
            List<Carried<?>> sections, Audit audit, TransactionLocks locks, PlatformTransactionManager transactions) {
        this.sections = List.copyOf(sections);
        this.audit = audit;
        this.locks = locks;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.whole = new TransactionTemplate(transactions);
        this.whole.setTimeout(WAIT_SECONDS);
    }

    @Override
    public List<Section> sections() {
        return sections.stream()
                .map(section -> new Section(section.name(), section.what()))
                .toList();
    }

    @Override
    public String schema() {
        return ExportSchema.of(sections);
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    public void write(OutputStream out, boolean passwords) {
        byte[] file = alone(() -> Objects.requireNonNull(snapshot.execute(status -> {
            audit.record("exported", "export", "", "what people made", null, Map.of("passwordHashes", passwords));
            return ExportFile.of(sections, passwords);
        })));
        if (file.length > LARGEST) {
            throw new Conflict("the export has " + file.length + " bytes, more than the " + LARGEST
                    + " that an import reads; back the whole database up instead");
        }
        try {
            out.write(file);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the reader of an export went away", e);
        }
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    public ImportReport read(InputStream in, ImportWish wish) {
        Set<String> known = Set.copyOf(sections.stream().map(Carried::name).toList());
        wish.skip().stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new InvalidRequest(
                    "skip",
                    name,
                    String.join(", ", sections.stream().map(Carried::name).toList()));
        });
        return alone(() -> {
            List<Content<?>> contents = new ImportFile(sections).read(in);
            return Objects.requireNonNull(whole.execute(status -> take(contents, wish)));
        });
    }

    private ImportReport take(List<Content<?>> contents, ImportWish wish) {
        if (!wish.dryRun()) {
            locks.holdPolicySet();
        }
        List<SectionPlan<?>> plans = new ArrayList<>();
        Map<String, Set<String>> present = new HashMap<>();
        for (Content<?> content : contents) {
            SectionPlan<?> plan = SectionPlan.of(
                    content,
                    wish.onConflict(),
                    wish.skip().contains(content.section().name()),
                    (section, key) ->
                            present.computeIfAbsent(section, this::present).contains(key));
            plans.add(plan);
            present.put(plan.name(), plan.keys());
        }
        int refused =
                plans.stream().mapToInt(plan -> plan.count(Action.CONFLICT)).sum();
        if (!wish.dryRun() && refused > 0) {
            throw new Conflict(refused + " items are here in another form, so nothing was taken in: look at them by"
                    + " dryRun=true, then choose onConflict=KEEP or OVERWRITE, or skip their sections");
        }
        int conflicts = plans.stream()
                .mapToInt(plan -> plan.count(Action.CONFLICT) + plan.count(Action.KEEP) + plan.count(Action.OVERWRITE))
                .sum();
        if (!wish.dryRun()) {
            plans.forEach(plan -> plan.write(audit));
            Map<String, Object> counts = new TreeMap<>();
            plans.forEach(plan -> counts.put(plan.name(), plan.written()));
            audit.record(
                    "imported",
                    "export",
                    "",
                    "what people made",
                    null,
                    Map.of("onConflict", wish.onConflict(), "skipped", wish.skip(), "written", counts));
        }
        return new ImportReport(
                !wish.dryRun(),
                conflicts,
                plans.stream().map(SectionPlan::report).toList());
    }

    private Set<String> present(String name) {
        return sections.stream()
                .filter(section -> section.name().equals(name))
                .findFirst()
                .map(Carried::present)
                .orElse(Set.of());
    }

    private <T> T alone(Supplier<T> work) {
        if (!place.tryAcquire()) {
            throw new Busy("There is an export or an import already.");
        }
        try {
            return work.get();
        } finally {
            place.release();
        }
    }
}
