package dev.breakwater.central.notification.internal.outbox;

import dev.breakwater.central.notification.NotificationEvent;
import dev.breakwater.central.notification.internal.outbox.Message.Group;
import dev.breakwater.central.notification.internal.outbox.Message.News;
import dev.breakwater.central.notification.internal.outbox.Message.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Titles and summaries, in plain words. */
public final class MessageWords {

    private MessageWords() {}

    /** A number as people read it. */
    public static String count(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A number and what it counts. */
    public static String count(int number, String one, String many) {
        return count(number) + " " + (number == 1 ? one : many);
    }

    /** Such as {@code 12 opened, 3 resolved}. */
    public static String changes(int opened, int resolved) {
        List<String> parts = new ArrayList<>();
        if (opened > 0) {
            parts.add(count(opened) + " opened");
        }
        if (resolved > 0) {
            parts.add(count(resolved) + " resolved");
        }
        return String.join(", ", parts);
    }

    /** Such as {@code Deployment shop/web in prod}. */
    public static String place(Place place) {
        String name = place.namespace().isEmpty() ? place.name() : place.namespace() + "/" + place.name();
        return place.kind() + " " + name + " in " + place.cluster();
    }

    static String title(Group group) {
        String what = group.severity() + ": " + group.policy().name();
        if (group.opened() + group.resolved() == 1 && !group.places().isEmpty()) {
            return (group.resolved() == 1 ? "Resolved: " + group.policy().name() : what) + ", "
                    + place(group.places().getFirst());
        }
        return (group.opened() == 0 ? "Resolved: " + group.policy().name() : what) + ", "
                + changes(group.opened(), group.resolved())
                + (group.owner().isEmpty() ? "" : " (" + group.owner() + ")");
    }

    static String summary(Group group) {
        String owner =
                group.owner().isEmpty() ? "Nobody is known to own these workloads." : "Owner: " + group.owner() + ".";
        if (group.opened() == 0) {
            return count(group.resolved(), "violation", "violations") + " of the policy "
                    + group.policy().name() + (group.resolved() == 1 ? " is" : " are") + " resolved. " + owner;
        }
        return count(group.opened(), "violation", "violations") + " of the policy "
                + group.policy().name() + " opened"
                + (group.resolved() == 0 ? "" : ", " + count(group.resolved()) + " resolved") + ". " + owner;
    }

    static String title(List<News> news) {
        if (news.size() == 1) {
            return one(news.getFirst());
        }
        List<String> parts = new ArrayList<>();
        add(parts, news, NotificationEvent.CLUSTER_SILENT, "cluster is silent", "clusters are silent");
        add(parts, news, NotificationEvent.CLUSTER_BACK, "is back", "are back");
        add(parts, news, NotificationEvent.CERTIFICATE_ENDS, "certificate ends", "certificates end");
        return String.join(", ", parts);
    }

    private static String one(News news) {
        return switch (news.event()) {
            case CLUSTER_SILENT -> "Cluster " + news.cluster() + " is silent";
            case CLUSTER_BACK -> "Cluster " + news.cluster() + " is back";
            case CERTIFICATE_ENDS ->
                news.cluster().isEmpty()
                        ? "Central's certificate authority ends"
                        : "The certificate of cluster " + news.cluster() + " ends";
            case VIOLATION_OPENED, VIOLATION_RESOLVED -> news.event().words();
        };
    }

    private static void add(List<String> parts, List<News> news, NotificationEvent event, String one, String many) {
        int found = (int) news.stream().filter(item -> item.event() == event).count();
        if (found > 0) {
            parts.add(count(found, one, many));
        }
    }

    /** Such as {@code Digest: 61 opened, 3 resolved (12 policies, 9 owners); 2 about clusters}. */
    static String digestTitle(List<Group> groups, int news) {
        List<String> parts = new ArrayList<>();
        int opened = groups.stream().mapToInt(Group::opened).sum();
        int resolved = groups.stream().mapToInt(Group::resolved).sum();
        if (!groups.isEmpty()) {
            int policies = (int)
                    groups.stream().map(group -> group.policy().id()).distinct().count();
            int owners = (int) groups.stream().map(Group::owner).distinct().count();
            parts.add(changes(opened, resolved) + " (" + count(policies, "policy", "policies") + ", "
                    + count(owners, "owner", "owners") + ")");
        }
        if (news > 0) {
            parts.add(count(news) + " about clusters");
        }
        return "Digest: " + String.join("; ", parts);
    }
}
