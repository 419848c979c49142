package dev.breakwater.engine.compliance;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A standard as it is checked.
 *
 * @param id such as {@code nist-800-190}
 * @param source who wrote it and where it stands
 * @param about what it speaks of, as {@link About} is written; empty = every cluster
 */
public record Standard(String id, String name, String version, String source, String about, List<Section> sections) {

    /** A part of a standard. */
    public record Section(String id, String title, List<Control> controls) {

        public Section {
            controls = List.copyOf(controls);
        }
    }

    /**
     * One demand of a standard.
     *
     * @param id as the standard counts, such as {@code 4.1.1}
     * @param asks what it demands, in our words
     * @param checks the ids of the checks that it is answered by
     * @param attest what a person has to attest because no tool can see it, empty = the checks say it all
     */
    public record Control(String id, String title, String asks, List<String> checks, String attest) {

        public Control {
            checks = List.copyOf(checks);
        }

        /** Whether a person has to attest a part of it. */
        public boolean needsAttestation() {
            return !attest.isEmpty();
        }
    }

    public Standard {
        sections = List.copyOf(sections);
        if (About.parse(about).isEmpty()) {
            throw new IllegalArgumentException("about is '" + about + "'; allowed is " + About.allowed());
        }
    }

    /**
     * Its name with its version, which many names hold already: it is said once. A number that would stand behind a number is put in
     * brackets.
     */
    public String title() {
        int word = name.lastIndexOf(' ') + 1;
        String last = name.substring(word);
        String number = last.matches("[vV]\\d.*") ? last.substring(1) : last;
        if (version.isBlank() || version.equals(number)) {
            return name;
        }
        if (!number.isEmpty() && version.startsWith(number + ".")) {
            return name.substring(0, word) + version;
        }
        boolean numbers = !last.isEmpty()
                && Character.isDigit(last.charAt(last.length() - 1))
                && Character.isDigit(version.charAt(0));
        return numbers ? name + " (" + version + ")" : name + " " + version;
    }

    /** What it speaks of. */
    public About speaksOf() {
        return About.parse(about).orElse(About.EVERYTHING);
    }

    /** All controls, in the order of the standard. */
    public Stream<Control> controls() {
        return sections.stream().flatMap(section -> section.controls().stream());
    }

    /** A control by its id. */
    public Optional<Control> control(String wanted) {
        return controls().filter(control -> control.id().equals(wanted)).findFirst();
    }

    /** A control by its id in any of the spellings that are in use: {@code AC-3(7)}, {@code AC-3 (7)}; {@code 164.312(b)}, {@code 312.b}. */
    public Optional<Control> controlSpelt(String wanted) {
        String plain = plain(wanted);
        return control(wanted)
                .or(() -> controls()
                        .filter(control -> plain(control.id()).equals(plain)
                                || plain(control.id()).equals("164." + plain))
                        .findFirst());
    }

    private static String plain(String id) {
        return Stream.of(id.strip().toLowerCase(Locale.ROOT).split("[^a-z0-9]+"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("."));
    }
}
