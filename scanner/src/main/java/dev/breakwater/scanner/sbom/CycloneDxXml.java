package dev.breakwater.scanner.sbom;

import dev.breakwater.scanner.structured.Structured.Visitor;
import dev.breakwater.scanner.structured.XmlFactory;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** CycloneDX in XML, visited as if it were the JSON that says the same. */
final class CycloneDxXml {

    private static final String NAMESPACE = "http://cyclonedx.org/schema/bom/";

    /** Elements that hold elements of one sort, which JSON writes as a list. */
    private static final Set<String> LISTS = Set.of(
            "components",
            "properties",
            "vulnerabilities",
            "ratings",
            "affects",
            "references",
            "versions",
            "responses",
            "cwes",
            "compositions",
            "licenses",
            "hashes",
            "externalReferences",
            "services",
            "dependencies");

    private static final int DEEPEST = 100;

    private int left = FieldSource.OF_AN_ENTRY;

    private CycloneDxXml() {}

    static FieldSource fields(byte[] document) throws XMLStreamException, UnreadableDocument {
        XMLStreamReader reader = XmlFactory.reader(document);
        reader.nextTag();
        String namespace = reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI();
        if (!reader.getLocalName().equals("bom") || !namespace.startsWith(NAMESPACE)) {
            throw UnreadableDocument.value("root element", reader.getLocalName(), "bom of " + NAMESPACE + "VERSION");
        }
        String version = namespace.substring(NAMESPACE.length());
        return visitors -> {
            try {
                if (visitors.containsKey("specVersion")) {
                    visitors.get("specVersion").visit("specVersion", JsonNodeFactory.instance.stringNode(version));
                }
                walk(document, visitors);
            } catch (XMLStreamException damaged) {
                throw new UnreadableDocument(
                        "",
                        "The document is not valid XML (line "
                                + damaged.getLocation().getLineNumber() + ")");
            }
        };
    }

    private static void walk(byte[] document, Map<String, Visitor> visitors) throws XMLStreamException, IOException {
        XMLStreamReader reader = XmlFactory.reader(document);
        reader.nextTag();
        while (reader.nextTag() == XMLStreamConstants.START_ELEMENT) {
            String field = reader.getLocalName();
            Visitor visitor = visitors.get(field);
            while (reader.nextTag() == XMLStreamConstants.START_ELEMENT) {
                String child = reader.getLocalName();
                JsonNode value = new CycloneDxXml().value(reader, 0);
                if (visitor != null) {
                    visitor.visit(LISTS.contains(field) ? "" : child, value);
                }
            }
        }
    }

    /** The element that the reader stands on, read to its end. */
    private JsonNode value(XMLStreamReader reader, int depth) throws XMLStreamException, UnreadableDocument {
        String name = reader.getLocalName();
        if (depth > DEEPEST || left-- <= 0) {
            throw new UnreadableDocument(name, "the element " + name + " is nested too deep or holds too much");
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (int at = 0; at < reader.getAttributeCount(); at++) {
            object.put(reader.getAttributeLocalName(at), reader.getAttributeValue(at));
        }
        boolean hasAttributes = !object.isEmpty();
        StringBuilder text = new StringBuilder();
        for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                String child = reader.getLocalName();
                JsonNode value = value(reader, depth + 1);
                list.add(value);
                if (!object.has(child)) {
                    object.set(child, value);
                }
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(reader.getText());
            }
        }
        boolean isOldToolList = name.equals("tools") && !object.has("components");
        if (LISTS.contains(name) || isOldToolList) {
            return list;
        }
        if (list.isEmpty() && !hasAttributes) {
            return JsonNodeFactory.instance.stringNode(text.toString().strip());
        }
        if (list.isEmpty()) {
            object.put("value", text.toString().strip());
        }
        return object;
    }
}
