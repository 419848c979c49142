package dev.breakwater.bench.console;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One tab of the console as the server sees it: the page's start, and the messages that Vaadin's client sends for what a person
 * does. It draws nothing and follows no push; like every tab it polls.
 */
final class ConsoleTab {

    private static final Pattern UI = Pattern.compile("\"v-uiId\":(\\d+)");
    private static final Pattern KEY = Pattern.compile("\"Vaadin-Security-Key\":\"([^\"]+)\"");
    private static final Pattern SYNC = Pattern.compile("\"syncId\":(\\d+)");
    private static final Pattern TAGGED =
            Pattern.compile("\"node\":(\\d+),\"type\":\"put\",\"key\":\"tag\",\"feat\":0,\"value\":\"([a-z-]+)\"");

    /** What the console says where it could not answer. */
    private static final List<String> FAILURES = List.of(
            "The list could not be read",
            "\"appError\"",
            "\"sessionExpired\"",
            "This filter is not understood",
            "Something went wrong");

    private final Person person;
    private String ui = "";
    private String key = "";
    private int sync;
    private int client;
    private int promise;
    private int grid;
    private int filterBar;

    ConsoleTab(Person person) {
        this.person = person;
    }

    /** Opens a page as by its URL: the start of the client, and the first answer with what the page shows. */
    void open(String route, String query) throws IOException, InterruptedException {
        String start = person.get("/?v-r=init&location=" + Person.encoded(route) + "&query=" + Person.encoded(query)
                + "&v-sh=900&v-sw=1440&v-wh=900&v-ww=1440&v-bh=900&v-bw=1440&v-curdate=1795638829259&v-tzo=0&v-dstd=0&v-rtzo=0"
                + "&v-dston=false&v-tzid=UTC&v-wn=v-" + System.nanoTime()
                + "&v-td=false&v-pr=1&v-np=Linux&v-pv=VISIBLE");
        ui = first(UI, start);
        key = first(KEY, start);
        sync = Integer.parseInt(first(SYNC, start));
        client = 0;
        go(route, query, "");
    }

    /** Goes to a page as by a link within the console. */
    void navigate(String route, String query) throws IOException, InterruptedException {
        go(route, query, "link");
    }

    private void go(String route, String query, String trigger) throws IOException, InterruptedException {
        String answer = send("""
                {"type":"event","node":1,"event":"ui-navigate","data":{"route":"%s","query":"%s","appShellTitle":"",\
                "historyState":{"idx":0},"trigger":"%s"}}""".formatted("/" + route, json(query), trigger));
        // A page that is open already is changed and not made anew.
        expect(answer, "page at /" + route, !trigger.isEmpty() || answer.contains("bw-page"));
    }

    /** Scrolls the list until the rows from this number on are seen. */
    void scroll(int from) throws IOException, InterruptedException {
        String answer = send(call(grid, "setViewportRange", "[" + from + ",100]"));
        expect(answer, "rows from " + from, answer.contains("\"key\":\""));
        send(call(grid, "confirmUpdate", "[1]"));
    }

    /** Changes the filter as it is typed. */
    void filter(String q, boolean finished) throws IOException, InterruptedException {
        send("""
                {"type":"event","node":%d,"event":"filter-change","data":{"event.detail.finished":%b,"event.detail.filter":"%s"}}""".formatted(filterBar, finished, json(q)));
    }

    /** Types a value of a field and gets those that begin so. */
    void suggest(String field, String begun) throws IOException, InterruptedException {
        String answer = send("""
                {"type":"event","node":%d,"event":"filter-suggest","data":{"event.detail.field":"%s","event.detail.begun":"%s"}}""".formatted(filterBar, field, json(begun)));
        expect(answer, "suggestions", answer.contains("suggest("));
    }

    /** What every tab does every few seconds. */
    void poll() throws IOException, InterruptedException {
        send("{\"type\":\"event\",\"node\":1,\"event\":\"ui-poll\"}");
    }

    private String call(int node, String method, String arguments) {
        return """
                {"type":"publishedEventHandler","node":%d,"templateEventMethodName":"%s","templateEventMethodArgs":%s,"promise":%d}""".formatted(node, method, arguments, promise++);
    }

    private String send(String rpc) throws IOException, InterruptedException {
        String answer = person.post(
                "/?v-r=uidl&v-uiId=" + ui,
                "{\"csrfToken\":\"" + key + "\",\"rpc\":[" + rpc + "],\"syncId\":" + sync + ",\"clientId\":" + client++
                        + "}");
        sync = Integer.parseInt(last(SYNC, answer));
        Matcher tagged = TAGGED.matcher(answer);
        while (tagged.find()) {
            int node = Integer.parseInt(tagged.group(1));
            switch (tagged.group(2)) {
                case "vaadin-grid" -> grid = node;
                case "bw-filter-bar" -> filterBar = node;
                default -> {}
            }
        }
        for (String failure : FAILURES) {
            expect(answer, "anything but '" + failure + "'", !answer.contains(failure));
        }
        return answer;
    }

    private static void expect(String answer, String what, boolean holds) throws IOException {
        if (!holds) {
            throw new IOException("no " + what + " but " + answer.substring(0, Math.min(300, answer.length())));
        }
    }

    private static String first(Pattern pattern, String text) throws IOException {
        Matcher found = pattern.matcher(text);
        expect(text, pattern.pattern(), found.find());
        return found.group(1);
    }

    private static String last(Pattern pattern, String text) throws IOException {
        Matcher found = pattern.matcher(text);
        String value = null;
        while (found.find()) {
            value = found.group(1);
        }
        if (value == null) {
            throw new IOException("no " + pattern + " in " + text.substring(0, Math.min(300, text.length())));
        }
        return value;
    }

    private static String json(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
