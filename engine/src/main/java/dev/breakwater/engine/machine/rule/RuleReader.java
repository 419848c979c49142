package dev.breakwater.engine.machine.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import dev.breakwater.engine.machine.rule.FileRule.Named;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads rules as they are written in data: a map whose one leading word says what sort of rule it is. A word that is not known is an
 * error, so that nothing is left unasked by a slip of the pen.
 */
public final class RuleReader {

    private static final Map<String, Function<Words, Rule>> SORTS = Map.ofEntries(
            Map.entry("all", words -> new Logic.All(words.rules("all"))),
            Map.entry("any", words -> new Logic.Any(words.rules("any"))),
            Map.entry("not", words -> new Logic.Not(read(words.node("not")))),
            Map.entry("where", words -> new Logic.Where(read(words.node("where")), read(words.node("holds")))),
            Map.entry("runs", words -> new RunningRule(component(words, "runs"))),
            Map.entry("system", RuleReader::system),
            Map.entry("option", RuleReader::option),
            Map.entry("files", RuleReader::files),
            Map.entry("sysctl", words -> new SysctlRule(words.text("sysctl"), words.texts("is"))),
            Map.entry("module", words -> new ModuleRule(words.text("module"), words.text("in"))),
            Map.entry("mount", words -> new MountRule(words.text("mount"), words.text("with", ""))),
            Map.entry("installed", words -> new PackageRule(words.texts("installed"), true)),
            Map.entry("notInstalled", words -> new PackageRule(words.texts("notInstalled"), false)),
            Map.entry("used", words -> new UnitRule(words.texts("used"), true)),
            Map.entry("unused", words -> new UnitRule(words.texts("unused"), false)),
            Map.entry(
                    "sshd",
                    words -> new Source.Setting(
                            words.text("sshd"), List.of(new SshdSource(words.text("sshd"))), demand(words))),
            Map.entry("key", RuleReader::key),
            Map.entry(
                    "answer",
                    words -> new Source.Setting(
                            words.text("path"),
                            List.of(new Source.Document(words.text("answer"), new TreePath(words.text("path")))),
                            demand(words))),
            Map.entry("lines", RuleReader::lines),
            Map.entry(
                    "pam",
                    words -> new PamRule(
                            words.texts("pam"),
                            words.text("type", ""),
                            words.text("by"),
                            words.texts("with", List.of()),
                            words.texts("without", List.of()))),
            Map.entry("audit", RuleReader::audit),
            Map.entry("walk", words -> new WalkRule(words.choice("walk", WalkRule.Question.class))),
            Map.entry("runsAs", words -> new UserRule(words.text("runsAs"), words.text("user"))),
            Map.entry("accounts", words -> new AccountsRule(words.choice("accounts", AccountsRule.Question.class))),
            Map.entry("registries", RuleReader::registries),
            Map.entry("onlyContainers", RuleReader::onlyContainers),
            Map.entry(
                    "each",
                    words -> new EachRule(
                            words.text("each"),
                            new TreePath(words.text("name")),
                            test(words.node("which")),
                            test(words.node("holds")))));

    private RuleReader() {}

    /**
     * Reads a rule.
     *
     * @throws IllegalArgumentException naming the word that is wrong
     */
    public static Rule read(JsonNode node) {
        Set<String> sorts = new TreeSet<>(SORTS.keySet());
        sorts.retainAll(names(node));
        if (sorts.contains("where")) {
            sorts.removeAll(Set.of("all", "any", "not"));
        }
        if (sorts.size() != 1) {
            throw new IllegalArgumentException("a rule has one of " + new TreeSet<>(SORTS.keySet()) + ": " + node);
        }
        Words words = new Words(node);
        Rule rule = SORTS.get(sorts.iterator().next()).apply(words);
        words.done();
        return rule;
    }

    private static Set<String> names(JsonNode node) {
        Set<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String component(Words words, String word) {
        String name = words.text(word);
        if (!Components.knows(name)) {
            throw new IllegalArgumentException(word + " names no component: " + name);
        }
        return name;
    }

    private static Rule system(Words words) {
        String[] parts = words.text("system").split(":", 2);
        return new SystemRule(parts[0], parts.length > 1 ? parts[1] : "");
    }

    private static Rule option(Words words) {
        String component = component(words, "of");
        String option = words.text("option");
        String path = words.text("config", component.equals("etcd") ? option : "");
        return new OptionRule(
                component,
                option,
                words.text("in", OptionRule.configuredBy(component)),
                path.isEmpty() ? null : new TreePath(path),
                demand(words),
                words.has("withoutFile") ? words.text("withoutFile") : null);
    }

    private static Rule files(Words words) {
        String named = words.text("named", "");
        String mode = words.text("mode", "");
        return new FileRule(
                words.texts("files"),
                named.isEmpty() ? null : new Named(component(words, "namedOf"), named),
                mode.isEmpty() ? null : Integer.parseInt(mode, 8),
                words.texts("owner", List.of()),
                words.texts("group", List.of()),
                words.flag("first"),
                switch (words.text("absent", "not-applicable")) {
                    case "holds" -> Answer.State.HOLDS;
                    case "fails" -> Answer.State.FAILS;
                    case "not-applicable" -> Answer.State.NOT_APPLICABLE;
                    case String other ->
                        throw new IllegalArgumentException(
                                "absent is '" + other + "'; allowed are holds, fails and not-applicable");
                });
    }

    private static Rule key(Words words) {
        String key = words.text("key");
        List<Source> sources = new ArrayList<>();
        if (words.has("argumentOf")) {
            String module = words.text("argumentOf");
            words.texts("pamFiles").forEach(file -> sources.add(new PamRule.Argument(file, module, key)));
        }
        sources.add(new KeySource(words.texts("in"), key, words.choice("style", KeySource.Style.class)));
        return new Source.Setting(key, sources, demand(words));
    }

    private static Rule lines(Words words) {
        boolean has = words.has("has");
        return new TextRule(
                words.texts("lines"), Pattern.compile(words.text(has ? "has" : "lacks")), has, words.flag("comments"));
    }

    private static Rule audit(Words words) {
        JsonNode what = words.node("audit");
        Words inner = new Words(what);
        Rule rule = new AuditRule(
                inner.texts("watch", List.of()),
                inner.text("perm", "wa"),
                inner.texts("calls", List.of()),
                inner.texts("arch", inner.has("calls") ? List.of("b64", "b32") : List.of()),
                AuditRule.filters(inner.texts("filters", List.of())));
        inner.done();
        return rule;
    }

    private static Rule registries(Words words) {
        String wanted = words.text("registries");
        if (!wanted.equals("encrypted")) {
            throw new IllegalArgumentException("registries is '" + wanted + "'; allowed is encrypted");
        }
        return new RegistriesRule();
    }

    private static Rule onlyContainers(Words words) {
        Words inner = new Words(words.node("onlyContainers"));
        Map<Pattern, String> other = new LinkedHashMap<>();
        inner.node("other")
                .properties()
                .forEach(entry -> other.put(
                        Pattern.compile(entry.getKey()), entry.getValue().asText()));
        Rule rule = new ContainersOnlyRule(
                inner.texts("parts").stream().map(Pattern::compile).toList(), other);
        inner.done();
        return rule;
    }

    private static EachRule.Test test(JsonNode node) {
        Words words = new Words(node);
        EachRule.Test test;
        if (words.has("any")) {
            test = new EachRule.AnyOf(elements(words.node("any")));
        } else if (words.has("all")) {
            test = new EachRule.AllOf(elements(words.node("all")));
        } else {
            test = new EachRule.At(new TreePath(words.text("path")), demand(words));
        }
        words.done();
        return test;
    }

    private static List<EachRule.Test> elements(JsonNode list) {
        List<EachRule.Test> tests = new ArrayList<>();
        list.forEach(one -> tests.add(test(one)));
        return tests;
    }

    private static Demand demand(Words words) {
        Demand.Builder demand = new Demand.Builder();
        if (words.has("is")) {
            List<String> allowed = words.texts("is");
            demand.add(Demand.is(allowed));
            if (allowed.stream().allMatch(Set.of("true", "false")::contains)) {
                demand.yesOrNo();
            }
        }
        if (words.has("isNot")) {
            List<String> forbidden = words.texts("isNot");
            demand.add(Demand.isNot(forbidden));
            if (forbidden.stream().allMatch(Set.of("true", "false")::contains)) {
                demand.yesOrNo();
            }
        }
        addTo(demand, words);
        if (words.has("set") && !words.flag("set")) {
            demand.mustNotBeSet();
        }
        String unset = words.text("unset", "");
        if (unset.equals("holds")) {
            demand.unset(Demand.Unset.HOLDS, null);
        } else if (!unset.isEmpty()) {
            throw new IllegalArgumentException("unset is '" + unset + "'; allowed is holds");
        }
        if (words.has("default")) {
            demand.unset(Demand.Unset.DEFAULT, words.text("default"));
        }
        return demand.done();
    }

    private static void addTo(Demand.Builder demand, Words words) {
        if (words.has("atLeast")) {
            demand.add(Demand.atLeast(new BigDecimal(words.text("atLeast"))));
        }
        if (words.has("atMost")) {
            demand.add(Demand.atMost(new BigDecimal(words.text("atMost"))));
        }
        if (words.has("contains")) {
            demand.add(Demand.has(words.texts("contains")));
        }
        if (words.has("without")) {
            demand.add(Demand.lacks(words.texts("without")));
        }
        if (words.has("only")) {
            demand.add(Demand.only(words.texts("only")));
        }
        if (words.has("matches")) {
            demand.add(Demand.matches(Pattern.compile(words.text("matches"))));
        }
        if (words.has("mismatches")) {
            demand.add(Demand.mismatches(Pattern.compile(words.text("mismatches"))));
        }
    }

    /** The words of one rule, and which of them were read. */
    private static final class Words {

        private final JsonNode node;
        private final Set<String> read = new TreeSet<>();

        Words(JsonNode node) {
            this.node = node;
        }

        boolean has(String word) {
            return node.has(word);
        }

        JsonNode node(String word) {
            read.add(word);
            JsonNode found = node.get(word);
            if (found == null) {
                throw new IllegalArgumentException(word + " is missing: " + node);
            }
            return found;
        }

        String text(String word) {
            return node(word).asText();
        }

        String text(String word, String otherwise) {
            return has(word) ? text(word) : otherwise;
        }

        boolean flag(String word) {
            return has(word) && node(word).asBoolean();
        }

        List<String> texts(String word) {
            JsonNode found = node(word);
            return found.isArray()
                    ? Stream.iterate(0, i -> i + 1)
                            .limit(found.size())
                            .map(i -> found.get(i).asText())
                            .toList()
                    : List.of(found.asText());
        }

        List<String> texts(String word, @Nullable List<String> otherwise) {
            return has(word) || otherwise == null ? texts(word) : otherwise;
        }

        List<Rule> rules(String word) {
            List<Rule> rules = new ArrayList<>();
            node(word).forEach(one -> rules.add(RuleReader.read(one)));
            return rules;
        }

        <E extends Enum<E>> E choice(String word, Class<E> type) {
            return Enum.valueOf(type, text(word).toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        void done() {
            Set<String> left = names(node);
            left.removeAll(read);
            if (!left.isEmpty()) {
                throw new IllegalArgumentException("words that mean nothing here: " + left + " in " + node);
            }
        }
    }
}
