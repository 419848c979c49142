package dev.breakwater.scanner.language;

import dev.breakwater.engine.image.PackageType;
import dev.breakwater.scanner.read.EntryContent;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code Gemfile.lock}: the gems of its sources, without those that are folders of the project. */
final class GemLockfile extends Lockfile {

    /** Four spaces and a version in brackets; its dependencies have six. A platform may follow the version. */
    private static final Pattern GEM =
            Pattern.compile(" {4}([\\w.-]{1,200}) \\(([0-9][\\w.]{0,100})(?:-[a-z][\\w.-]{0,60})?\\)!?");

    GemLockfile() {
        super("Gemfile.lock", "Gemfile.lock", "gems.locked");
    }

    @Override
    void collect(EntryContent content, PackageList into) throws IOException {
        boolean isSource = false;
        for (String line : (Iterable<String>) Lines.of(content)::iterator) {
            if (!line.isEmpty() && line.charAt(0) != ' ') {
                isSource = line.equals("GEM") || line.equals("GIT");
            }
            Matcher gem = GEM.matcher(line);
            if (isSource && line.length() < 1_000 && gem.matches()) {
                into.add(PackageType.GEM, gem.group(1), gem.group(2));
            }
        }
    }
}
