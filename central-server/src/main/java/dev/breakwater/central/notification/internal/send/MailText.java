package dev.breakwater.central.notification.internal.send;

import dev.breakwater.central.notification.internal.outbox.Message;
import dev.breakwater.central.notification.internal.outbox.Message.Group;
import dev.breakwater.central.notification.internal.outbox.Message.News;
import dev.breakwater.central.notification.internal.outbox.Message.Place;
import dev.breakwater.central.notification.internal.outbox.MessageWords;

/** A message as plain text. */
final class MailText {

    private static final String RULE = "\n----\n\n";

    private final StringBuilder text = new StringBuilder(2_000);

    private MailText() {}

    static String of(Message message) {
        MailText mail = new MailText();
        mail.line(message.title()).line("").line(message.summary()).line("");
        message.groups().forEach(mail::group);
        if (message.moreGroups() > 0) {
            mail.line(more(message)).line("");
        }
        message.news().forEach(mail::news);
        if (message.moreNews() > 0) {
            mail.line("And " + MessageWords.count(message.moreNews()) + " more.")
                    .line("");
        }
        mail.text.append(RULE.substring(1));
        mail.line(message.link().isEmpty() ? "Sent by Breakwater." : "Sent by Breakwater, " + message.link());
        return mail.text.toString();
    }

    /** What a digest does not list. */
    static String more(Message message) {
        return "And " + MessageWords.count(message.moreViolations(), "violation", "violations") + " of "
                + MessageWords.count(message.moreGroups(), "more policy and owner", "more policies and owners") + ".";
    }

    private void group(Group group) {
        line(group.severity() + " " + group.policy().name()
                + (group.owner().isEmpty() ? "" : ", owner " + group.owner()) + ": "
                + MessageWords.changes(group.opened(), group.resolved()));
        for (Place place : group.places()) {
            line("  * " + place.event().words().replace("A violation ", "") + ": " + MessageWords.place(place));
            if (!place.link().isEmpty()) {
                line("    " + place.link());
            }
        }
        if (group.more() > 0) {
            line("  and " + MessageWords.count(group.more()) + " more");
        }
        section("Why it matters", group.why());
        section("How to fix it", group.howToFix());
        section("All of them", group.link());
        line("");
    }

    private void news(News news) {
        line("* " + news.event().words() + ": " + (news.cluster().isEmpty() ? "central" : news.cluster()));
        line("  " + news.detail());
        if (!news.link().isEmpty()) {
            line("  " + news.link());
        }
        line("");
    }

    private void section(String title, String content) {
        if (!content.isEmpty()) {
            line("").line(title + ": " + content);
        }
    }

    private MailText line(String line) {
        text.append(line).append('\n');
        return this;
    }
}
