package dev.breakwater.scanner.language;

import dev.breakwater.engine.image.PackageType;
import dev.breakwater.scanner.read.EntryContent;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code requirements.txt}: what it pins to one version (PEP 508); a range says nothing of what is installed. */
final class RequirementsFile extends Lockfile {

    /** Possessive throughout: a line of blanks is refused in one pass. */
    private static final Pattern PINNED =
            Pattern.compile("\\s*+([A-Za-z0-9][\\w.-]{0,200}+)\\s*+(?:\\[[^\\]]{0,500}+\\]\\s*+)?"
                    + "={2,3}+\\s*+([A-Za-z0-9][\\w.+!-]{0,100}+)(?:\\s.*+|;.*+|#.*+)?");

    RequirementsFile() {
        super("requirements file", "requirements.txt");
    }

    @Override
    void collect(EntryContent content, PackageList into) throws IOException {
        for (String line : (Iterable<String>) Lines.of(content)::iterator) {
            Matcher pinned = PINNED.matcher(line);
            if (line.length() < 10_000 && pinned.matches()) {
                into.add(PackageType.PYPI, pinned.group(1), pinned.group(2));
            }
        }
    }
}
