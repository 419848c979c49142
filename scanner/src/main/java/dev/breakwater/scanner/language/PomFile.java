package dev.breakwater.scanner.language;

import dev.breakwater.engine.image.PackageType;
import dev.breakwater.scanner.read.EntryContent;
import dev.breakwater.scanner.read.EntryFacts;
import dev.breakwater.scanner.read.UnreadableEntry;
import dev.breakwater.scanner.structured.XmlFactory;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * {@code pom.xml}: the dependencies that it names itself and needs to run. Their versions may be properties or managed in the same
 * file; what only a parent or a repository knows is not looked up.
 */
final class PomFile extends Lockfile {

    private static final int LARGEST = 4 << 20;

    private static final int DEEPEST = 100;

    PomFile() {
        super("pom.xml", "pom.xml");
    }

    @Override
    public boolean wants(EntryFacts facts) {
        return super.wants(facts) && !facts.path().contains("META-INF/");
    }

    @Override
    void collect(EntryContent content, PackageList into) throws IOException {
        Project project = new Project();
        try {
            project.read(XmlFactory.reader(content.bytes(LARGEST)));
        } catch (XMLStreamException damaged) {
            throw new UnreadableEntry("is not valid XML");
        }
        for (Map<String, String> each : project.dependencies) {
            String name = project.resolved(each.getOrDefault("groupId", "")) + ":"
                    + project.resolved(each.getOrDefault("artifactId", ""));
            String managed = project.managed.getOrDefault(name, "");
            String version = project.resolved(each.getOrDefault("version", managed));
            boolean isOfTests = each.getOrDefault("scope", "").equals("test");
            if (!isOfTests && !name.contains("$") && !version.contains("$") && !version.matches(".*[\\[\\](),].*")) {
                into.add(PackageType.MAVEN, name, version);
            }
        }
    }

    private static final class Project {

        private final Map<String, String> properties = new HashMap<>();
        private final Map<String, String> managed = new HashMap<>();
        private final List<Map<String, String>> dependencies = new ArrayList<>();

        void read(XMLStreamReader reader) throws XMLStreamException, UnreadableEntry {
            Deque<String> path = new ArrayDeque<>();
            Map<String, String> current = Map.of();
            StringBuilder text = new StringBuilder();
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        path.addLast(reader.getLocalName());
                        text.setLength(0);
                        if (path.size() > DEEPEST) {
                            throw new UnreadableEntry("is nested deeper than " + DEEPEST);
                        }
                        current = reader.getLocalName().equals("dependency") ? new HashMap<>() : current;
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                    case XMLStreamConstants.END_ELEMENT -> {
                        ended(
                                String.join("/", path),
                                reader.getLocalName(),
                                text.toString().strip(),
                                current);
                        path.removeLast();
                    }
                    default -> {}
                }
            }
        }

        private void ended(String path, String name, String text, Map<String, String> current) {
            if (path.startsWith("project/properties/")) {
                properties.put(name, text);
            } else if (path.equals("project/" + name) || path.equals("project/parent/" + name)) {
                properties.putIfAbsent("project." + name, text);
                if (path.equals("project/" + name)) {
                    properties.put("project." + name, text);
                }
            } else if (path.matches("project(/dependencyManagement)?/dependencies/dependency/[a-zA-Z]+")) {
                current.put(name, text);
            } else if (path.equals("project/dependencies/dependency")) {
                dependencies.add(current);
            } else if (path.equals("project/dependencyManagement/dependencies/dependency")) {
                managed.put(
                        resolved(current.getOrDefault("groupId", "")) + ":"
                                + resolved(current.getOrDefault("artifactId", "")),
                        current.getOrDefault("version", ""));
            }
        }

        /** The text with its properties put in, as far as this file knows them. */
        String resolved(String text) {
            String resolved = text;
            for (int depth = 0; depth < 5 && resolved.contains("${") && resolved.length() < 1_000; depth++) {
                int from = resolved.indexOf("${");
                int to = resolved.indexOf('}', from);
                String value = to < 0 ? null : properties.get(resolved.substring(from + 2, to));
                if (value == null) {
                    return resolved;
                }
                resolved = resolved.substring(0, from) + value + resolved.substring(to + 1);
            }
            return resolved;
        }
    }
}
