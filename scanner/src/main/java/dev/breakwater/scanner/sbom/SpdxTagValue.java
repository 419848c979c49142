package dev.breakwater.scanner.sbom;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** SPDX 2 in its tag-value form, visited as if it were the JSON that says the same. */
final class SpdxTagValue {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Tags that begin something that is no package. */
    private static final List<String> OTHERS = List.of("FileName", "SnippetSPDXID", "LicenseID");

    private SpdxTagValue() {}

    static FieldSource fields(byte[] document) throws UnreadableDocument {
        String text = new String(document, StandardCharsets.UTF_8);
        if (!text.stripLeading().startsWith("SPDXVersion:")) {
            throw new UnreadableDocument(
                    "SPDXVersion", "An SPDX document in tag-value form begins with \"SPDXVersion:\"");
        }
        return visitors -> {
            Parse parse = new Parse();
            parse.read(text.lines().iterator());
            ObjectNode head = parse.head;
            visitors.get("spdxVersion")
                    .visit(
                            "spdxVersion",
                            NODES.stringNode(head.path("SPDXVersion").asString("")));
            visitors.get("name")
                    .visit("name", NODES.stringNode(head.path("DocumentName").asString("")));
            visitors.get("creationInfo")
                    .visit("created", NODES.stringNode(head.path("Created").asString("")));
            visitors.get("creationInfo").visit("creators", parse.creators);
            for (var each : parse.packages) {
                visitors.get("packages").visit("", each);
            }
        };
    }

    private static final class Parse {

        private static final Map<String, String> FIELDS = Map.of(
                "PackageVersion", "versionInfo",
                "SPDXID", "SPDXID",
                "PrimaryPackagePurpose", "primaryPackagePurpose",
                "PackageDescription", "description");

        private final ObjectNode head = NODES.objectNode();
        private final ArrayNode creators = NODES.arrayNode();
        private final ArrayNode packages = NODES.arrayNode();
        private final Map<String, ObjectNode> byId = new HashMap<>();
        private @Nullable ObjectNode current;
        private boolean elsewhere;
        private String comment = "";

        void read(Iterator<String> lines) throws UnreadableDocument {
            while (lines.hasNext()) {
                String line = lines.next();
                int colon = line.indexOf(':');
                if (colon < 1 || line.startsWith("#")) {
                    continue;
                }
                tag(line.substring(0, colon), value(line.substring(colon + 1).strip(), lines));
            }
        }

        private void tag(String tag, String value) throws UnreadableDocument {
            if (tag.equals("PackageName")) {
                current = packages.addObject().put("name", value);
                elsewhere = false;
                if (packages.size() > ContentsBuilder.MOST_PACKAGES) {
                    throw new UnreadableDocument("PackageName", "The document names too many packages");
                }
            } else if (OTHERS.contains(tag)) {
                elsewhere = true;
            } else if (tag.equals("AnnotationComment")) {
                comment = value;
            } else if (tag.equals("SPDXREF")) {
                ObjectNode of = byId.get(value);
                if (of != null) {
                    of.withArrayProperty("annotations").addObject().put("comment", comment);
                }
            } else if (current == null) {
                head(tag, value);
            } else if (!elsewhere) {
                ofPackage(current, tag, value);
            }
        }

        private void head(String tag, String value) {
            if (tag.equals("Creator")) {
                creators.add(value);
            } else {
                head.put(tag, value);
            }
        }

        private void ofPackage(ObjectNode one, String tag, String value) {
            if (tag.equals("ExternalRef")) {
                String[] parts = value.split("\\s+");
                if (parts.length == 3) {
                    one.withArrayProperty("externalRefs")
                            .addObject()
                            .put("referenceType", parts[1])
                            .put("referenceLocator", parts[2]);
                }
            } else if (FIELDS.containsKey(tag)) {
                one.put(FIELDS.get(tag), value);
                if (tag.equals("SPDXID")) {
                    byId.put(value, one);
                }
            }
        }

        /** A value of one line, or of several between {@code <text>} and {@code </text>}. */
        private static String value(String first, Iterator<String> lines) throws UnreadableDocument {
            if (!first.startsWith("<text>")) {
                return first;
            }
            StringBuilder text = new StringBuilder();
            String line = first.substring("<text>".length());
            for (int end = line.indexOf("</text>"); end < 0; end = line.indexOf("</text>")) {
                text.append(line).append('\n');
                if (!lines.hasNext() || text.length() > 1 << 20) {
                    throw new UnreadableDocument("", "The document has a <text> that does not end");
                }
                line = lines.next();
            }
            return text.append(line, 0, line.indexOf("</text>")).toString();
        }
    }
}
