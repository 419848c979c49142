package dev.breakwater.scanner.structured;

import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML without document types and entities of its own: neither files nor addresses are read, nothing is expanded. */
public final class XmlFactory {

    private static final XMLInputFactory FACTORY = factory();

    private static final Pattern DECLARED =
            Pattern.compile("<\\?xml\\s[^>]{0,100}encoding\\s{0,5}=\\s{0,5}[\"']([A-Za-z][\\w.-]{0,40})[\"']");

    private XmlFactory() {}

    /** A reader of a document, in the encoding that the document says, else UTF-8. What is no character in it is a replacement character. */
    public static XMLStreamReader reader(byte[] document) throws XMLStreamException {
        // decoded here: the JDK's parser prints to the standard error what it cannot decode
        return FACTORY.createXMLStreamReader(new StringReader(new String(document, encoding(document))));
    }

    private static Charset encoding(byte[] document) {
        if (document.length >= 2 && (document[0] & 0xff) + (document[1] & 0xff) == 0xff + 0xfe) {
            return StandardCharsets.UTF_16;
        }
        String head = new String(document, 0, Math.min(document.length, 200), StandardCharsets.ISO_8859_1);
        Matcher declared = DECLARED.matcher(head);
        try {
            return declared.lookingAt() ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalArgumentException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    private static XMLInputFactory factory() {
        // the JDK's own, whatever else lies on the class path
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
