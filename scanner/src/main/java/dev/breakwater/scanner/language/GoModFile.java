package dev.breakwater.scanner.language;

import dev.breakwater.engine.image.PackageType;
import dev.breakwater.scanner.read.EntryContent;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code go.mod}: what it requires, with what it puts instead. Since Go 1.17 it names all modules that are built in. */
final class GoModFile extends Lockfile {

    GoModFile() {
        super("go.mod", "go.mod");
    }

    @Override
    void collect(EntryContent content, PackageList into) throws IOException {
        Map<String, String> required = new LinkedHashMap<>();
        Map<String, String[]> instead = new LinkedHashMap<>();
        String block = "";
        for (String each : (Iterable<String>) Lines.of(content)::iterator) {
            String line = each.split("//", 2)[0].strip();
            if (line.endsWith("(")) {
                block = line.substring(0, line.length() - 1).strip();
            } else if (line.equals(")")) {
                block = "";
            } else if (!line.isEmpty()) {
                String[] words = (block.isEmpty() ? line : block + " " + line).split("\\s+");
                if (words[0].equals("require") && words.length == 3) {
                    required.put(unquoted(words[1]), unquoted(words[2]));
                } else if (words[0].equals("replace")) {
                    replace(words, instead);
                }
            }
        }
        for (Map.Entry<String, String> each : required.entrySet()) {
            String[] other = instead.getOrDefault(
                    each.getKey() + " " + each.getValue(), instead.getOrDefault(each.getKey(), null));
            if (other == null) {
                into.add(PackageType.GOLANG, each.getKey(), each.getValue());
            } else {
                into.add(PackageType.GOLANG, other[0], other[1]);
            }
        }
    }

    /** {@code replace A [v1] => B v2}, or a folder, which has no version. */
    private static void replace(String[] words, Map<String, String[]> instead) {
        int arrow = Arrays.asList(words).indexOf("=>");
        if (arrow < 2 || arrow > 3 || words.length <= arrow + 1) {
            return;
        }
        String old = unquoted(words[1]) + (arrow == 3 ? " " + unquoted(words[2]) : "");
        instead.put(old, new String[] {
            unquoted(words[arrow + 1]), words.length > arrow + 2 ? unquoted(words[arrow + 2]) : ""
        });
    }

    private static String unquoted(String word) {
        return word.replaceAll("^[\"`]|[\"`]$", "");
    }
}
