package dev.breakwater.engine.compliance;

import dev.breakwater.engine.compliance.Standard.Control;
import dev.breakwater.engine.compliance.Standard.Section;
import dev.breakwater.engine.compliance.StandardNodes.Fields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads standards that people write: one of their own (sections, controls, checks), or a profile that extends another one by taking
 * controls out with a reason, changing what answers them, and adding sections.
 */
public final class StandardDocument {

    /** The longest text, in characters. */
    public static final int LONGEST = 400_000;

    private static final int MOST_CONTROLS = 1_000;
    private static final int MOST_SECTIONS = 100;
    private static final int MOST_CHECKS = 40;
    private static final int NAME = 80;
    private static final int SENTENCE = 600;
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9.-]{1,62}");
    /** What can stand in an address as it is. */
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.()_-]{0,39}");

    private static final String NUMBERS = "1 to 40 letters, digits and . ( ) _ -, beginning with a letter or digit";

    private final StandardNodes nodes = new StandardNodes();
    private final Function<String, Optional<Standard>> bases;
    private final Set<String> ids = new HashSet<>();

    private StandardDocument(Function<String, Optional<Standard>> bases) {
        this.bases = bases;
    }

    /**
     * A standard as read.
     *
     * @param base the standard that it extends, empty = it stands for itself
     * @param left the controls that a profile takes out, with the reason
     */
    public record Read(Standard standard, String base, Map<String, String> left) {

        public Read {
            left = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(left));
        }
    }

    /**
     * Reads one.
     *
     * @param bases finds what can be extended by its id
     * @throws StandardRejected with every error
     */
    public static Read read(String yaml, Function<String, Optional<Standard>> bases) {
        StandardDocument document = new StandardDocument(bases);
        Read read = document.read(yaml);
        if (read == null || !document.nodes.problems().isEmpty()) {
            throw new StandardRejected(document.nodes.problems());
        }
        return read;
    }

    private @Nullable Read read(String yaml) {
        Node root = nodes.read(yaml);
        if (root == null) {
            return null;
        }
        Fields top = nodes.fields(
                root,
                "",
                Set.of("id", "name", "version", "source", "about", "sections", "extends", "without", "change", "add"));
        String id = nodes.text(top, "id", true, 63);
        if (!id.isEmpty() && !ID.matcher(id).matches()) {
            nodes.problem(top.line(), "id", id, "2 to 63 small letters, digits, points and hyphens");
        } else if (Standards.byId(id).isPresent()) {
            nodes.problem(top.line(), "id", id, "an id that no standard of the product has");
        }
        String name = nodes.text(top, "name", true, NAME);
        String version = nodes.text(top, "version", false, NAME);
        String source = nodes.text(top, "source", false, SENTENCE);
        String base = nodes.text(top, "extends", false, 63);
        Map<String, String> left = new LinkedHashMap<>();
        List<Section> sections = base.isEmpty() ? own(top) : profile(top, base, left);
        long controls = sections.stream()
                .mapToLong(section -> section.controls().size())
                .sum();
        if (nodes.problems().isEmpty() && (controls == 0 || controls > MOST_CONTROLS)) {
            nodes.problem(top.line(), "sections", controls + " controls", "1 to " + MOST_CONTROLS + " controls");
        }
        return new Read(new Standard(id, name, version, source, about(top, base), sections), base, left);
    }

    /** What it speaks of; a profile speaks of what its base does. */
    private String about(Fields top, String base) {
        Node node = top.values().get("about");
        if (!base.isEmpty()) {
            if (node != null) {
                nodes.problem(
                        StandardNodes.line(node),
                        "about",
                        StandardNodes.shown(node),
                        "left out: it is that of " + base);
            }
            return bases.apply(base).map(Standard::about).orElse("");
        }
        String about = nodes.text(top, "about", false, NAME);
        boolean known = About.parse(about)
                .filter(one -> one.subject() != About.Subject.KUBERNETES
                        || Fitting.versions().contains(one.of()))
                .isPresent();
        if (!known && node != null) {
            nodes.problem(StandardNodes.line(node), "about", about, About.allowed());
            return "";
        }
        return about;
    }

    private List<Section> own(Fields top) {
        for (String field : List.of("without", "change", "add")) {
            Node node = top.values().get(field);
            if (node != null) {
                nodes.problem(StandardNodes.line(node), field, StandardNodes.shown(node), "only together with extends");
            }
        }
        if (!top.values().containsKey("sections")) {
            nodes.problem(top.line(), "sections", "", "a list of sections, or extends");
        }
        return sections(top, "sections");
    }

    private List<Section> profile(Fields top, String wanted, Map<String, String> left) {
        if (top.values().containsKey("sections")) {
            nodes.problem(top.line(), "sections", "a list", "add, where extends is given");
        }
        Optional<Standard> base = bases.apply(wanted);
        if (base.isEmpty()) {
            nodes.problem(top.line(), "extends", wanted, "the id of a standard that is not a profile itself");
            return List.of();
        }
        Map<String, Control> changed = new HashMap<>();
        int at = 0;
        for (Node node : nodes.items(top, "without", MOST_CONTROLS)) {
            Fields of = nodes.fields(node, "without[" + at++ + "]", Set.of("control", "reason"));
            String control = known(base.get(), of);
            String reason = nodes.text(of, "reason", true, SENTENCE);
            if (!control.isEmpty() && left.put(control, reason) != null) {
                nodes.problem(of.line(), of.at() + ".control", control, "each control once");
            }
        }
        at = 0;
        for (Node node : nodes.items(top, "change", MOST_CONTROLS)) {
            Fields of =
                    nodes.fields(node, "change[" + at++ + "]", Set.of("control", "title", "asks", "checks", "attest"));
            String id = known(base.get(), of);
            base.get().control(id).ifPresent(before -> changed.put(id, changed(before, of)));
        }
        List<Section> sections = new ArrayList<>();
        for (Section section : base.get().sections()) {
            List<Control> kept = section.controls().stream()
                    .filter(control -> !left.containsKey(control.id()))
                    .map(control -> changed.getOrDefault(control.id(), control))
                    .toList();
            kept.forEach(control -> ids.add(control.id()));
            if (!kept.isEmpty()) {
                sections.add(new Section(section.id(), section.title(), kept));
            }
        }
        sections.addAll(sections(top, "add"));
        return sections;
    }

    private String known(Standard base, Fields of) {
        String id = nodes.text(of, "control", true, 40);
        if (!id.isEmpty() && base.control(id).isEmpty()) {
            nodes.problem(of.line(), of.at() + ".control", id, "a control of " + base.id());
            return "";
        }
        return id;
    }

    private Control changed(Control before, Fields of) {
        Map<String, Node> given = of.values();
        return answered(
                of,
                new Control(
                        before.id(),
                        given.containsKey("title") ? nodes.text(of, "title", true, NAME * 2) : before.title(),
                        given.containsKey("asks") ? nodes.text(of, "asks", true, SENTENCE) : before.asks(),
                        given.containsKey("checks") ? checks(of) : before.checks(),
                        given.containsKey("attest") ? nodes.text(of, "attest", false, SENTENCE) : before.attest()));
    }

    private List<Section> sections(Fields top, String name) {
        List<Section> sections = new ArrayList<>();
        int at = 0;
        for (Node node : nodes.items(top, name, MOST_SECTIONS)) {
            Fields of = nodes.fields(node, name + "[" + at++ + "]", Set.of("id", "title", "controls"));
            List<Control> controls = new ArrayList<>();
            int number = 0;
            for (Node one : nodes.items(of, "controls", MOST_CONTROLS)) {
                controls.add(control(one, of.at() + ".controls[" + number++ + "]"));
            }
            String id = nodes.text(of, "id", true, 40);
            if (!id.isEmpty() && !NUMBER.matcher(id).matches()) {
                nodes.problem(of.line(), of.at() + ".id", id, NUMBERS);
            }
            sections.add(new Section(id, nodes.text(of, "title", true, NAME * 2), controls));
        }
        return sections;
    }

    private Control control(Node node, String at) {
        Fields of = nodes.fields(node, at, Set.of("id", "title", "asks", "checks", "attest"));
        String id = nodes.text(of, "id", true, 40);
        if (!id.isEmpty() && !NUMBER.matcher(id).matches()) {
            nodes.problem(of.line(), at + ".id", id, NUMBERS);
        } else if (!id.isEmpty() && !ids.add(id)) {
            nodes.problem(of.line(), at + ".id", id, "each control once");
        }
        return answered(
                of,
                new Control(
                        id,
                        nodes.text(of, "title", true, NAME * 2),
                        nodes.text(of, "asks", true, SENTENCE),
                        checks(of),
                        nodes.text(of, "attest", false, SENTENCE)));
    }

    private Control answered(Fields of, Control control) {
        if (control.checks().isEmpty() && !control.needsAttestation()) {
            nodes.problem(
                    of.line(), of.at() + ".checks", "", "a check, or a question in attest: nothing is green unasked");
        }
        return control;
    }

    private List<String> checks(Fields of) {
        List<String> checks = new ArrayList<>();
        int at = 0;
        for (Node node : nodes.items(of, "checks", MOST_CHECKS)) {
            String id = StandardNodes.shown(node);
            String field = of.at() + ".checks[" + at++ + "]";
            if (Checks.byId(id).isEmpty()) {
                nodes.problem(
                        StandardNodes.line(node),
                        field,
                        id,
                        "the id of a check, as the reference of standards lists them");
            } else if (checks.contains(id)) {
                nodes.problem(StandardNodes.line(node), field, id, "each check once");
            } else {
                checks.add(id);
            }
        }
        return checks;
    }
}
