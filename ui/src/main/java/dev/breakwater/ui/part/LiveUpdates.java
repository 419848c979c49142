package dev.breakwater.ui.part;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.page.PageVisibility;
import com.vaadin.flow.shared.Registration;
import dev.breakwater.central.overview.Changes;
import dev.breakwater.central.overview.Changes.Marks;
import jakarta.annotation.PreDestroy;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells open pages that something changed, within about a second. One reading of a few counters serves all pages of a node; a
 * page reads its own rows again, with its reader's rights. Pages in hidden tabs are told when they are looked at again.
 */
@Component
public class LiveUpdates {

    /** What a page may want to hear of. */
    public enum Topic {
        FACTS,
        VERDICTS,
        POLICIES,
        PEOPLE,
        /** Every few seconds, for what changes by time alone. */
        TIME
    }

    private static final Logger log = LoggerFactory.getLogger(LiveUpdates.class);
    private static final int TICK_MILLIS = 1_000;

    /** Ticks for which a topic is told again: its counter moves a moment before the change can be seen. */
    private static final int ECHOES = 2;

    private static final int TIME_TICKS = 3;

    /** Before the first reading: what changed between the first page and it must not be missed. */
    private static final Marks NEVER = new Marks(-1, -1, -1, -1);

    private final Changes changes;
    private final Set<Follower> followers = new CopyOnWriteArraySet<>();
    private final Map<Topic, Integer> echoes = new EnumMap<>(Topic.class);
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("live-updates").factory());
    private @Nullable Marks last;
    private boolean failing;
    private int ticks;

    LiveUpdates(Changes changes) {
        this.changes = changes;
        clock.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Calls back within the page's lock whenever one of the topics changed, until the registration is removed. */
    public Registration follow(UI ui, Set<Topic> topics, Runnable changed) {
        Follower follower = new Follower(ui, EnumSet.copyOf(topics), changed);
        followers.add(follower);
        return () -> followers.remove(follower);
    }

    /** A page is looked at again: tells it what it missed. Call it within its lock. */
    public void wake(UI ui) {
        followers.stream().filter(follower -> follower.ui == ui).forEach(Follower::wake);
    }

    @PreDestroy
    void stop() {
        clock.shutdownNow();
    }

    private void tick() {
        if (followers.isEmpty()) {
            return;
        }
        try {
            Set<Topic> moved = moved(changes.read());
            if (!moved.isEmpty()) {
                followers.forEach(follower -> follower.tell(moved));
            }
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                log.warn("live updates wait for the database", e);
            }
            failing = true;
        }
    }

    private Set<Topic> moved(Marks now) {
        Set<Topic> moved = EnumSet.noneOf(Topic.class);
        Marks before = last == null ? NEVER : last;
        last = now;
        note(Topic.FACTS, before.facts() != now.facts(), moved);
        note(Topic.VERDICTS, before.verdicts() != now.verdicts(), moved);
        note(Topic.POLICIES, before.policies() != now.policies(), moved);
        note(Topic.PEOPLE, before.people() != now.people(), moved);
        ticks = (ticks + 1) % TIME_TICKS;
        if (ticks == 0) {
            moved.add(Topic.TIME);
        }
        return moved;
    }

    private void note(Topic topic, boolean differs, Set<Topic> moved) {
        int left = differs ? ECHOES + 1 : echoes.getOrDefault(topic, 0);
        if (left > 0) {
            moved.add(topic);
        }
        echoes.put(topic, Math.max(0, left - 1));
    }

    private final class Follower {

        private final UI ui;
        private final Set<Topic> topics;
        private final Runnable changed;
        private boolean missed;

        Follower(UI ui, Set<Topic> topics, Runnable changed) {
            this.ui = ui;
            this.topics = topics;
            this.changed = changed;
        }

        void tell(Set<Topic> moved) {
            if (moved.stream().noneMatch(topics::contains)) {
                return;
            }
            try {
                ui.access(() -> {
                    if (ui.getPage().pageVisibilitySignal().peek() == PageVisibility.HIDDEN) {
                        missed = true;
                    } else if (followers.contains(this)) {
                        changed.run();
                    }
                });
            } catch (UIDetachedException e) {
                followers.remove(this);
            }
        }

        void wake() {
            if (missed) {
                missed = false;
                changed.run();
            }
        }
    }
}
