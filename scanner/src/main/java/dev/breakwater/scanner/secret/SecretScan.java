package dev.breakwater.scanner.secret;

import com.google.re2j.Matcher;
import dev.breakwater.engine.image.FoundSecret;
import dev.breakwater.scanner.layer.SecretReader;
import dev.breakwater.scanner.read.EntryFacts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Looks for secrets in small files that look like text. */
public final class SecretScan implements SecretReader {

    private static final int MOST = 50;
    private static final int HEAD = 1024;
    private static final int LEFT = 256;
    private static final int RIGHT = 1024;

    /** Documentation and what comes with tests: there are keys in it, and none that opens anything. */
    private static final List<String> NOT_IN = List.of(
            "usr/share/doc/",
            "usr/share/man/",
            "usr/share/info/",
            "usr/share/locale/",
            "usr/share/zoneinfo/",
            "usr/share/i18n/",
            "var/lib/dpkg/",
            "lib/apk/db/",
            "usr/lib/apk/db/",
            "usr/share/perl/",
            "proc/",
            "sys/");

    private static final Set<String> NOT_ENDING = Set.of(
            "md5sums", "list", "pyc", "so", "a", "o", "png", "jpg", "gif", "svg", "woff", "woff2", "ttf", "gz", "xz",
            "zst", "jar", "class", "mo", "html", "css", "map", "crt", "pub", "md", "rst");

    private final List<SecretRule> rules;
    private final Keywords keywords;
    private final int[] ruleOf;
    private final String[] words;

    private SecretScan(List<SecretRule> rules) {
        this.rules = rules;
        List<String> texts = new ArrayList<>();
        List<Integer> of = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            for (String keyword : rules.get(i).keywords()) {
                texts.add(keyword);
                of.add(i);
            }
        }
        this.keywords = new Keywords(texts);
        this.words = texts.toArray(String[]::new);
        this.ruleOf = of.stream().mapToInt(Integer::intValue).toArray();
    }

    /** With all rules that are known. */
    public static SecretScan standard() {
        return new SecretScan(SecretRules.all());
    }

    @Override
    public boolean wants(EntryFacts facts) {
        String path = facts.path();
        for (String folder : NOT_IN) {
            if (path.startsWith(folder)) {
                return false;
            }
        }
        String name = facts.name();
        int dot = name.lastIndexOf('.');
        return dot <= 0 || !NOT_ENDING.contains(name.substring(dot + 1)) && !inTests(path);
    }

    private static boolean inTests(String path) {
        return path.contains("/test/")
                || path.contains("/tests/")
                || path.contains("/testdata/")
                || path.contains("/examples/");
    }

    @Override
    public List<FoundSecret> find(EntryFacts facts, byte[] bytes, int length) {
        if (!isText(bytes, length)) {
            return List.of();
        }
        return new Search(facts.path(), facts.name(), bytes, length).found();
    }

    private static boolean isText(byte[] bytes, int length) {
        int head = Math.min(HEAD, length);
        for (int i = 0; i < head; i++) {
            if (bytes[i] == 0) {
                return false;
            }
        }
        return true;
    }

    /** A variable of an image's environment, {@code NAME=value}, with what is secret taken out. */
    public String redactVariable(String variable) {
        return Redaction.variable(variable, this::redactKnown);
    }

    /** A line of an image's history or a command, with what is secret taken out. */
    public String redactInstruction(String instruction) {
        return Redaction.instruction(instruction, this::redactKnown);
    }

    /** What a variable or instruction gives away, by the name it is shown under. */
    public List<FoundSecret> findIn(String where, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        List<FoundSecret> found = new ArrayList<>(new Search(where, ".env", bytes, bytes.length).found());
        if (found.isEmpty()) {
            Redaction.named(text)
                    .ifPresent(secret -> found.add(new FoundSecret(
                            "named-secret", "Secret by its name", where, 0, "", Redaction.brief(secret), false)));
        }
        return found.stream()
                .map(each -> new FoundSecret(each.rule(), each.title(), where, 0, "", each.redacted(), false))
                .distinct()
                .toList();
    }

    private String redactKnown(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String redacted = text;
        Search search = new Search("", ".env", bytes, bytes.length);
        search.found();
        for (String secret : search.secrets) {
            redacted = redacted.replace(secret, Redaction.brief(secret));
        }
        return redacted;
    }

    private final class Search {

        private final String path;
        private final String name;
        private final byte[] bytes;
        private final int length;
        private final int[] searched = new int[rules.size()];
        private final List<FoundSecret> found = new ArrayList<>(0);
        private final List<String> secrets = new ArrayList<>(0);

        Search(String path, String name, byte[] bytes, int length) {
            this.path = path;
            this.name = name.toLowerCase(Locale.ROOT);
            this.bytes = bytes;
            this.length = length;
        }

        List<FoundSecret> found() {
            keywords.find(bytes, length, this::hit);
            return found;
        }

        private boolean hit(int word, int end) {
            SecretRule rule = rules.get(ruleOf[word]);
            int start = end - words[word].length();
            if (end > searched[ruleOf[word]]
                    && rule.where().is(path, name)
                    && (rule.anyCase() || isWritten(words[word], start))) {
                searched[ruleOf[word]] = search(rule, start, end);
            }
            return found.size() < MOST;
        }

        private boolean isWritten(String word, int start) {
            for (int i = 0; i < word.length(); i++) {
                if (bytes[start + i] != word.charAt(i)) {
                    return false;
                }
            }
            return true;
        }

        /** Searches around a keyword, and says up to where. */
        private int search(SecretRule rule, int start, int end) {
            int from = start;
            while (from > 0 && start - from < LEFT && bytes[from - 1] != '\n') {
                from--;
            }
            int to = end;
            while (to < length && to - end < RIGHT && (rule.lines() || bytes[to] != '\n')) {
                to++;
            }
            String text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
            Matcher matcher = rule.pattern().matcher(text);
            while (matcher.find() && found.size() < MOST) {
                String secret = matcher.group(1);
                if ((rule.entropy() == 0 || Checks.entropy(secret) >= rule.entropy())
                        && !secret.contains("EXAMPLE")
                        && rule.check().holds(secret)) {
                    secrets.add(secret);
                    found.add(new FoundSecret(
                            rule.id(),
                            rule.title(),
                            path,
                            line(from + matcher.start(1)),
                            "",
                            rule.id().endsWith("private-key") ? secret : Redaction.brief(secret),
                            false));
                }
            }
            return to;
        }

        private int line(int at) {
            int line = 1;
            for (int i = 0; i < at; i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            return line;
        }
    }

    @Override
    public String toString() {
        return "SecretScan" + Arrays.toString(rules.stream().map(SecretRule::id).toArray());
    }
}
