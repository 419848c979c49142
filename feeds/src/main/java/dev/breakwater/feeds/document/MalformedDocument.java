package dev.breakwater.feeds.document;

import java.io.IOException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/** A document, or an entry of one, that is not what its format says. The message is one sentence without the document's name. */
public class MalformedDocument extends IOException {

    private static final long serialVersionUID = 1L;

    public MalformedDocument(String reason) {
        super(reason);
    }

    static MalformedDocument of(JacksonException malformed) {
        TokenStreamLocation location = malformed.getLocation();
        String message = String.valueOf(malformed.getOriginalMessage()).strip();
        int newLine = message.indexOf('\n');
        String first = newLine < 0 ? message : message.substring(0, newLine);
        return new MalformedDocument(
                location == null || location.getLineNr() < 1 ? first : first + " (line " + location.getLineNr() + ")");
    }
}
