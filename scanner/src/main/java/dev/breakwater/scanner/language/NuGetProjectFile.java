package dev.breakwater.scanner.language;

import dev.breakwater.engine.image.PackageType;
import dev.breakwater.scanner.read.EntryContent;
import dev.breakwater.scanner.read.UnreadableEntry;
import dev.breakwater.scanner.structured.XmlFactory;
import java.io.IOException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** NuGet's {@code packages.config} and {@code Directory.Packages.props}: versions that are written out, not put together of variables. */
final class NuGetProjectFile extends Lockfile {

    NuGetProjectFile() {
        super("NuGet project file", "packages.config", "Directory.Packages.props", "Packages.props");
    }

    @Override
    void collect(EntryContent content, PackageList into) throws IOException {
        try {
            XMLStreamReader reader = XmlFactory.reader(content.bytes(4 << 20));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    element(reader, into);
                }
            }
        } catch (XMLStreamException damaged) {
            throw new UnreadableEntry("is not valid XML");
        }
    }

    private static void element(XMLStreamReader reader, PackageList into) throws UnreadableEntry {
        switch (reader.getLocalName()) {
            case "package" -> {
                if (!"true".equals(attribute(reader, "developmentDependency"))) {
                    add(reader, "id", "version", into);
                }
            }
            case "PackageVersion", "GlobalPackageReference" -> add(reader, "Include", "Version", into);
            default -> {}
        }
    }

    private static void add(XMLStreamReader reader, String name, String version, PackageList into)
            throws UnreadableEntry {
        String said = attribute(reader, version);
        if (!said.contains("$")) {
            into.add(PackageType.NUGET, attribute(reader, name), said.replaceAll("^\\[|\\]$", ""));
        }
    }

    private static String attribute(XMLStreamReader reader, String name) {
        String value = reader.getAttributeValue(null, name);
        return value == null ? "" : value.strip();
    }
}
