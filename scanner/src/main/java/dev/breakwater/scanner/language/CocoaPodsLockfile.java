package dev.breakwater.scanner.language;

import dev.breakwater.engine.image.PackageType;
import dev.breakwater.scanner.read.EntryContent;
import dev.breakwater.scanner.read.UnreadableEntry;
import dev.breakwater.scanner.structured.Structured;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** {@code Podfile.lock}: the pods; a part of a pod ({@code Pod/Part}) is that pod. */
final class CocoaPodsLockfile extends Lockfile {

    private static final Pattern POD =
            Pattern.compile("([^/\\s()]{1,200})(?:/[^\\s()]{1,200})? \\(([^()\\s]{1,100})\\)");

    CocoaPodsLockfile() {
        super("Podfile.lock", "Podfile.lock");
    }

    @Override
    void collect(EntryContent content, PackageList into) throws IOException {
        Structured.yaml(content.stream(), Structured.OF_AN_ENTRY, Map.of("PODS", (none, pod) -> {
            if (pod.isObject()) {
                for (Map.Entry<String, JsonNode> each : pod.properties()) {
                    add(each.getKey(), into);
                }
            } else {
                add(pod.asString(""), into);
            }
        }));
    }

    private static void add(String text, PackageList into) throws UnreadableEntry {
        Matcher pod = POD.matcher(text);
        if (pod.matches()) {
            into.add(PackageType.COCOAPODS, pod.group(1), pod.group(2));
        }
    }
}
