package dev.breakwater.feeds.format;

import dev.breakwater.engine.vulnerability.Affected;
import dev.breakwater.engine.vulnerability.FixState;
import dev.breakwater.engine.vulnerability.VersionRange;
import dev.breakwater.feeds.FeedFormat;
import dev.breakwater.feeds.document.Tree;
import java.util.ArrayList;
import java.util.List;

/** The repository of retire.js (github.com/RetireJS/retire.js): JavaScript libraries, as npm packages. */
final class RetireJs implements TreeFormat {

    @Override
    public FeedFormat format() {
        return FeedFormat.RETIRE_JS;
    }

    @Override
    public boolean recognises(String fileName, Tree document) {
        return document.names().stream()
                .limit(3)
                .anyMatch(name -> document.get(name).get("vulnerabilities").isList()
                        && document.get(name).has("extractors"));
    }

    @Override
    public void read(String name, Tree document, Told told) {
        told.speaksFor("npm");
        for (String library : document.names()) {
            Tree one = document.get(library);
            String packageName = one.text("npmname").isEmpty() ? library : one.text("npmname");
            if (library.equals("retire-example") || !told.wants("npm", packageName)) {
                continue;
            }
            int number = 0;
            for (Tree vulnerability : one.items("vulnerabilities")) {
                number++;
                read(library, number, packageName, vulnerability, told);
            }
        }
    }

    private static void read(String library, int number, String packageName, Tree vulnerability, Told told) {
        Tree identifiers = vulnerability.get("identifiers");
        List<VersionRange> ranges = ranges(vulnerability);
        if (ranges.isEmpty()) {
            told.malformed(library + " " + number, "no range of versions");
            return;
        }
        List<String> cves = identifiers.texts("CVE");
        String github = identifiers.text("githubID");
        String known = !cves.isEmpty() ? cves.getFirst() : github;
        String summary =
                vulnerability.text("summary").isEmpty() ? identifiers.text("summary") : vulnerability.text("summary");
        told.part(new Draft("retire.js", "RETIRE:" + library + ":" + (known.isEmpty() ? String.valueOf(number) : known))
                .mends(cves)
                .aliases(github.isEmpty() || cves.size() > 1 ? List.of() : List.of(github))
                .text(summary, "")
                .word(vulnerability.text("severity"))
                .references(vulnerability.texts("info"))
                .affects(List.of(new Affected("npm", packageName, ranges, List.of(), FixState.FIXED, null)))
                .advisory());
    }

    private static List<VersionRange> ranges(Tree vulnerability) {
        List<Tree> written = new ArrayList<>(vulnerability.items("ranges"));
        if (written.isEmpty()) {
            written.add(vulnerability);
        }
        return written.stream()
                .filter(one -> !one.text("below").isEmpty())
                .map(one -> new VersionRange(
                        one.text("atOrAbove").isEmpty() ? "0" : one.text("atOrAbove"), one.text("below"), ""))
                .toList();
    }
}
