package dev.breakwater.scanner.read;

import java.io.IOException;

/** A file that is damaged, hostile or too large. The message ends the sentence "path …" and is kept as the reason. */
public class UnreadableEntry extends IOException {

    private static final long serialVersionUID = 1L;

    public UnreadableEntry(String reason) {
        super(reason);
    }
}
