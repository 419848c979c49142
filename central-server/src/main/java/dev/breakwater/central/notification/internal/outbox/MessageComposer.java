package dev.breakwater.central.notification.internal.outbox;

import dev.breakwater.central.notification.NotificationEvent;
import dev.breakwater.central.notification.internal.outbox.Item.Sample;
import dev.breakwater.central.notification.internal.outbox.Message.Chain;
import dev.breakwater.central.notification.internal.outbox.Message.Group;
import dev.breakwater.central.notification.internal.outbox.Message.Kind;
import dev.breakwater.central.notification.internal.outbox.Message.News;
import dev.breakwater.central.notification.internal.outbox.Message.Place;
import dev.breakwater.central.notification.internal.outbox.Message.PolicyRef;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.platform.Severities;
import dev.breakwater.central.policy.Policies;
import dev.breakwater.central.sealing.SealedDays;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.seal.Manifest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes messages of what was gathered. */
@Component
public class MessageComposer {

    private static final Logger LOG = LoggerFactory.getLogger(MessageComposer.class);
    private static final int NAME = 253;
    private static final int TEXT = 2_000;
    private static final int TITLE = 200;
    private static final int MOST_NEWS = 50;
    private static final int GROUPS_OF_A_DIGEST = 20;
    private static final int PLACES_OF_A_DIGEST = 3;

    private static final Comparator<Group> WORST_FIRST = Comparator.comparingInt(
                    (Group group) -> Severities.number(group.severity()))
            .thenComparingInt(Group::opened)
            .thenComparingInt(Group::resolved)
            .reversed()
            .thenComparing(group -> group.policy().name());

    private final Policies policies;
    private final ConsoleLinks links;
    private final SealedDays days;

    MessageComposer(Policies policies, ConsoleLinks links, SealedDays days) {
        this.policies = policies;
        this.days = days;
        this.links = links;
    }

    /** @param items of one group */
    Message one(UUID id, List<Item> items, Instant now) {
        if (items.getFirst().policyId() == null) {
            List<News> news = news(items);
            return message(
                    id,
                    now,
                    Kind.FLEET,
                    MessageWords.title(news),
                    "What Breakwater knows of a cluster is only as good as what its sensor says.",
                    List.of(),
                    news);
        }
        Group group = group(items, Item.MOST_SAMPLES, true);
        return message(
                id,
                now,
                Kind.VIOLATIONS,
                MessageWords.title(group),
                MessageWords.summary(group),
                List.of(group),
                List.of());
    }

    /** @param groups the items of several groups */
    Message digest(UUID id, List<List<Item>> groups, Instant now) {
        List<Group> violations = new ArrayList<>();
        List<News> news = new ArrayList<>();
        for (List<Item> items : groups) {
            if (items.getFirst().policyId() == null) {
                news.addAll(news(items));
            } else {
                violations.add(group(items, PLACES_OF_A_DIGEST, false));
            }
        }
        violations.sort(WORST_FIRST);
        return message(
                id,
                now,
                Kind.DIGEST,
                MessageWords.digestTitle(violations, news.size()),
                "So much happened at once that it is told in one message.",
                violations,
                news);
    }

    /** A message that says that nothing happened. */
    public Message test(UUID id, String target, String actor, Instant now) {
        return message(
                id,
                now,
                Kind.TEST,
                "Test of the target " + target,
                "Nothing happened: " + actor + " tries whether messages arrive here.",
                List.of(),
                List.of());
    }

    private Message message(
            UUID id, Instant now, Kind kind, String title, String summary, List<Group> all, List<News> allNews) {
        List<Group> groups = all.subList(0, Math.min(GROUPS_OF_A_DIGEST, all.size()));
        List<Group> rest = all.subList(groups.size(), all.size());
        List<News> news = allNews.subList(0, Math.min(MOST_NEWS, allNews.size()));
        return new Message(
                Message.VERSION,
                id,
                now,
                kind,
                ShownText.of(title, TITLE),
                ShownText.of(summary, TEXT),
                all.stream()
                        .map(Group::severity)
                        .max(Comparator.comparingInt(Severities::number))
                        .orElse(Severity.UNKNOWN),
                all.stream().mapToInt(Group::opened).sum(),
                all.stream().mapToInt(Group::resolved).sum(),
                groups,
                rest.size(),
                rest.stream()
                        .mapToInt(group -> group.opened() + group.resolved())
                        .sum(),
                news,
                allNews.size() - news.size(),
                links.console(),
                chain());
    }

    /** What cannot be told of the chain must not hold a message back. */
    private @Nullable Chain chain() {
        try {
            Manifest.Head head = days.head();
            return new Chain(head.day(), head.hash());
        } catch (RuntimeException e) {
            LOG.warn("a message is sent without the head of the chain of days", e);
            return null;
        }
    }

    private Group group(List<Item> items, int most, boolean explained) {
        Item first = items.getFirst();
        UUID policyId = Objects.requireNonNull(first.policyId());
        int opened = amount(items, NotificationEvent.VIOLATION_OPENED);
        int resolved = amount(items, NotificationEvent.VIOLATION_RESOLVED);
        List<Place> places = items.stream()
                .sorted(Comparator.comparing(Item::event))
                .flatMap(item -> item.samples().stream().map(sample -> place(item, sample)))
                .limit(most)
                .toList();
        Policy policy = explained ? policy(policyId) : null;
        return new Group(
                new PolicyRef(policyId, ShownText.of(first.policy(), NAME)),
                first.severity(),
                ShownText.of(first.owner(), NAME),
                opened,
                resolved,
                policy == null ? "" : ShownText.of(policy.rationale(), TEXT),
                policy == null ? "" : ShownText.of(policy.remediation(), TEXT),
                places,
                opened + resolved - places.size(),
                links.violations(policyId, first.owner()));
    }

    private @Nullable Policy policy(UUID id) {
        try {
            return policies.get(id).policy();
        } catch (NotFound e) {
            return null;
        }
    }

    private static int amount(List<Item> items, NotificationEvent event) {
        return items.stream()
                .filter(item -> item.event() == event)
                .mapToInt(Item::amount)
                .sum();
    }

    private Place place(Item item, Sample sample) {
        return new Place(
                item.event(),
                sample.id(),
                ShownText.of(item.cluster(), NAME),
                ShownText.of(sample.namespace(), NAME),
                ShownText.of(sample.kind(), NAME),
                ShownText.of(sample.name(), NAME),
                links.violation(sample.id()));
    }

    private List<News> news(List<Item> items) {
        return items.stream()
                .sorted(Comparator.comparing(Item::at))
                .flatMap(item -> item.samples().stream()
                        .map(sample -> new News(
                                item.event(),
                                ShownText.of(item.cluster(), NAME),
                                ShownText.of(sample.detail(), TEXT),
                                item.at(),
                                links.cluster(item.cluster()))))
                .toList();
    }
}
