package dev.breakwater.scanner.language;

import dev.breakwater.engine.image.PackageType;
import dev.breakwater.scanner.read.EntryContent;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Elixir's {@code mix.lock}, an Elixir term of one line a package; only those of Hex have a version. */
final class MixLockfile extends Lockfile {

    private static final Pattern HEX = Pattern.compile(
            "\\s*\"[\\w.-]{1,200}\":\\s*\\{:hex,\\s*:\"?([\\w.-]{1,200})\"?,\\s*\"([^\"]{1,100})\"[,}].*");

    MixLockfile() {
        super("mix.lock", "mix.lock");
    }

    @Override
    void collect(EntryContent content, PackageList into) throws IOException {
        for (String line : (Iterable<String>) Lines.of(content)::iterator) {
            Matcher hex = HEX.matcher(line);
            if (hex.matches()) {
                into.add(PackageType.HEX, hex.group(1), hex.group(2));
            }
        }
    }
}
