package dev.breakwater.sensor.facts;

import dev.breakwater.contracts.v1.KindCoverage;
import dev.breakwater.contracts.v1.Sight;
import dev.breakwater.contracts.v1.SourceReport;
import dev.breakwater.engine.model.ObjectKind;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What a source can and cannot see, for the report to central. Settled once every kind has an answer, be it "forbidden". */
public final class SourceStatus {

    /** The most problems that are listed one by one; the wire's own bound. */
    public static final int MOST_LISTED = 200;

    private static final int MOST_DETAIL = 500;

    private final Map<ObjectKind, KindSight> kinds = new EnumMap<>(ObjectKind.class);
    private final CountDownLatch settled = new CountDownLatch(1);
    private List<SourceProblem> problems = List.of();
    private volatile Runnable listener = () -> {};

    /** Called after each change; must return at once. */
    public void onChange(Runnable listener) {
        this.listener = listener;
    }

    /** Replaces what is known of these kinds. */
    public void report(Map<ObjectKind, KindSight> sights) {
        boolean changed = false;
        synchronized (this) {
            for (Map.Entry<ObjectKind, KindSight> entry : sights.entrySet()) {
                changed |= !entry.getValue().equals(kinds.put(entry.getKey(), entry.getValue()));
            }
            if (kinds.size() == ObjectKind.values().length) {
                settled.countDown();
            }
        }
        if (changed) {
            listener.run();
        }
    }

    /** Replaces the list of what could not be read. */
    public void problems(List<SourceProblem> found) {
        synchronized (this) {
            if (problems.equals(found)) {
                return;
            }
            problems = List.copyOf(found);
        }
        listener.run();
    }

    public synchronized List<SourceProblem> problems() {
        return problems;
    }

    public synchronized Map<ObjectKind, KindSight> kinds() {
        return new EnumMap<>(kinds);
    }

    /** The kinds that are seen. */
    public synchronized Set<ObjectKind> seen() {
        Set<ObjectKind> seen = EnumSet.noneOf(ObjectKind.class);
        kinds.forEach((kind, sight) -> {
            if (sight.sight() == Sight.SIGHT_SEEN) {
                seen.add(kind);
            }
        });
        return seen;
    }

    /** Whether every kind has an answer. */
    public boolean isSettled() {
        return settled.getCount() == 0;
    }

    /** Waits for an answer for every kind. */
    public boolean awaitSettled(long seconds) throws InterruptedException {
        return settled.await(seconds, TimeUnit.SECONDS);
    }

    /** Whether an object of this kind that is not among the facts is known not to exist. */
    public synchronized boolean isComplete(ObjectKind kind) {
        KindSight sight = kinds.get(kind);
        return sight != null && sight.isComplete();
    }

    /** Whether a deletion can be told without knowing the kind of what is gone. */
    public synchronized boolean isComplete() {
        return kinds.size() == ObjectKind.values().length
                && kinds.values().stream().allMatch(KindSight::isComplete);
    }

    /** The message for central. */
    public synchronized SourceReport toReport() {
        SourceReport.Builder report =
                SourceReport.newBuilder().setProblemsNotListed(Math.max(0, problems.size() - MOST_LISTED));
        kinds.forEach((kind, sight) -> report.addKinds(KindCoverage.newBuilder()
                .setKind(kind.name())
                .setSight(sight.sight())
                .setDetail(cut(sight.detail()))));
        problems.stream()
                .limit(MOST_LISTED)
                .forEach(problem -> report.addProblems(dev.breakwater.contracts.v1.SourceProblem.newBuilder()
                        .setWhere(cut(problem.where()))
                        .setLine(problem.line())
                        .setDetail(cut(problem.detail()))));
        return report.build();
    }

    private static String cut(String text) {
        return text.length() <= MOST_DETAIL ? text : text.substring(0, MOST_DETAIL - 1) + "…";
    }
}
