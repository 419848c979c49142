package dev.breakwater.central.notification.internal.send;

import dev.breakwater.central.notification.internal.outbox.Message;
import dev.breakwater.central.notification.internal.outbox.Message.Group;
import dev.breakwater.central.notification.internal.outbox.Message.News;
import dev.breakwater.central.notification.internal.outbox.Message.Place;
import dev.breakwater.central.notification.internal.outbox.MessageWords;
import dev.breakwater.engine.model.Severity;
import org.springframework.web.util.HtmlUtils;

/**
 * A message as simple HTML: no script, no picture, nothing that is loaded. Every text is escaped; every link begins with the
 * console's own address.
 */
final class MailHtml {

    private static final String FONT =
            "font-family:system-ui,-apple-system,'Segoe UI',sans-serif;font-size:14px;line-height:1.5";

    private final StringBuilder html = new StringBuilder(4_000);

    private MailHtml() {}

    static String of(Message message) {
        MailHtml mail = new MailHtml();
        mail.html
                .append(
                        "<!DOCTYPE html><html lang=\"en\"><body style=\"margin:0;padding:20px;color:#1d2733;background:#ffffff;")
                .append(FONT)
                .append("\"><div style=\"max-width:640px\">");
        mail.tag("h1", "font-size:18px;line-height:1.3;margin:0 0 8px", message.title());
        mail.tag("p", "margin:0 0 16px", message.summary());
        message.groups().forEach(mail::group);
        if (message.moreGroups() > 0) {
            mail.tag("p", "margin:0 0 16px", MailText.more(message));
        }
        message.news().forEach(mail::news);
        if (message.moreNews() > 0) {
            mail.tag("p", "margin:0 0 16px", "And " + MessageWords.count(message.moreNews()) + " more.");
        }
        mail.html.append("<p style=\"margin:20px 0 0;color:#5b6875;font-size:12px\">Sent by ");
        mail.link(message.link(), "Breakwater");
        mail.html.append(".</p></div></body></html>");
        return mail.html.toString();
    }

    private void group(Group group) {
        html.append("<div style=\"border:1px solid #d9dfe5;border-left:4px solid ")
                .append(colour(group.severity()))
                .append(";border-radius:6px;padding:12px 14px;margin:0 0 14px\">");
        tag("div", "font-weight:600", group.severity() + " · " + group.policy().name());
        tag(
                "div",
                "color:#5b6875",
                MessageWords.changes(group.opened(), group.resolved())
                        + (group.owner().isEmpty() ? "" : " · owner " + group.owner()));
        if (!group.places().isEmpty()) {
            html.append("<ul style=\"margin:8px 0;padding-left:18px\">");
            group.places().forEach(this::place);
            html.append("</ul>");
        }
        if (group.more() > 0) {
            tag("div", "", "and " + MessageWords.count(group.more()) + " more");
        }
        section("Why it matters", group.why());
        section("How to fix it", group.howToFix());
        if (!group.link().isEmpty()) {
            html.append("<div style=\"margin-top:8px\">");
            link(group.link(), "All violations of it");
            html.append("</div>");
        }
        html.append("</div>");
    }

    private void place(Place place) {
        html.append("<li>");
        html.append(escaped(place.event().words().replace("A violation ", ""))).append(": ");
        link(place.link(), MessageWords.place(place));
        html.append("</li>");
    }

    private void news(News news) {
        html.append("<div style=\"border:1px solid #d9dfe5;border-radius:6px;padding:12px 14px;margin:0 0 14px\">");
        html.append("<div style=\"font-weight:600\">")
                .append(escaped(news.event().words()))
                .append(": ");
        link(news.link(), news.cluster().isEmpty() ? "central" : news.cluster());
        html.append("</div>");
        tag("div", "", news.detail());
        html.append("</div>");
    }

    private void section(String title, String content) {
        if (!content.isEmpty()) {
            tag("div", "font-weight:600;margin-top:8px", title);
            tag("div", "", content);
        }
    }

    private void link(String href, String text) {
        if (href.isEmpty()) {
            html.append(escaped(text));
        } else {
            html.append("<a style=\"color:#1f5fa8\" href=\"")
                    .append(escaped(href))
                    .append("\">")
                    .append(escaped(text))
                    .append("</a>");
        }
    }

    private void tag(String tag, String style, String text) {
        html.append('<').append(tag);
        if (!style.isEmpty()) {
            html.append(" style=\"").append(style).append('"');
        }
        html.append('>').append(escaped(text)).append("</").append(tag).append('>');
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    private static String colour(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "#a3123a";
            case HIGH -> "#c8501e";
            case MEDIUM -> "#b98900";
            case LOW -> "#5b7fa6";
            case UNKNOWN -> "#8a949e";
        };
    }
}
