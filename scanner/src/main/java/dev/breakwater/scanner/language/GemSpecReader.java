package dev.breakwater.scanner.language;

import dev.breakwater.engine.image.PackageType;
import dev.breakwater.scanner.read.EntryContent;
import dev.breakwater.scanner.read.EntryFacts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An installed gem: {@code specifications/NAME-VERSION.gemspec}, Ruby code of which the two assignments are read, not run. */
final class GemSpecReader extends FileReader {

    private static final int LARGEST = 1 << 20;

    /** {@code s.name = "rake".freeze}; {@code s.version = Gem::Version.new("1.0")} in very old ones. */
    private static final Pattern ASSIGNED = Pattern.compile(
            "^ {0,8}\\w{1,16}\\.(name|version) {0,4}= {0,4}(?:Gem::Version\\.new\\()?[\"']([^\"'\\n]{1,256})[\"']",
            Pattern.MULTILINE);

    GemSpecReader() {
        super("gem specification");
    }

    @Override
    public boolean wants(EntryFacts facts) {
        if (!facts.name().endsWith(".gemspec")) {
            return false;
        }
        String folder =
                facts.path().substring(0, facts.path().length() - facts.name().length());
        return folder.endsWith("specifications/") || folder.endsWith("specifications/default/");
    }

    @Override
    void collect(EntryContent content, PackageList into) throws IOException {
        Matcher assigned = ASSIGNED.matcher(new String(content.bytes(LARGEST), StandardCharsets.UTF_8));
        String name = "";
        String version = "";
        while (assigned.find() && (name.isEmpty() || version.isEmpty())) {
            if (assigned.group(1).equals("name")) {
                name = name.isEmpty() ? assigned.group(2) : name;
            } else {
                version = version.isEmpty() ? assigned.group(2) : version;
            }
        }
        into.add(PackageType.GEM, name, version);
    }
}
