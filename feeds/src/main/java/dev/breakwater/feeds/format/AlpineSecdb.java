package dev.breakwater.feeds.format;

import dev.breakwater.engine.vulnerability.Affected;
import dev.breakwater.engine.vulnerability.FixState;
import dev.breakwater.engine.vulnerability.VersionRange;
import dev.breakwater.feeds.FeedFormat;
import dev.breakwater.feeds.document.Tree;
import java.util.List;
import java.util.Locale;

/** Alpine's security database (secdb.alpinelinux.org), as Wolfi and Chainguard write theirs, too: package, version, what it mends. */
final class AlpineSecdb implements TreeFormat {

    @Override
    public FeedFormat format() {
        return FeedFormat.ALPINE_SECDB;
    }

    @Override
    public boolean recognises(String fileName, Tree document) {
        return document.get("packages").isList() && document.has("reponame") && document.has("urlprefix");
    }

    @Override
    public void read(String name, Tree document, Told told) {
        String ecosystem = ecosystem(document);
        told.speaksFor(ecosystem);
        for (Tree item : document.items("packages")) {
            Tree one = item.get("pkg");
            String packageName = one.text("name");
            if (packageName.isEmpty() || !one.get("secfixes").isObject()) {
                told.malformed(packageName, "a package has no name, or its secfixes are no object");
                continue;
            }
            if (told.wants(ecosystem, packageName)) {
                read(ecosystem, packageName, one.get("secfixes"), told);
            }
        }
    }

    private static void read(String ecosystem, String packageName, Tree fixes, Told told) {
        for (String version : fixes.names()) {
            boolean notAffected = version.equals("0");
            Affected affected = new Affected(
                    ecosystem,
                    packageName,
                    notAffected ? List.of() : List.of(new VersionRange("0", version, "")),
                    List.of(),
                    notAffected ? FixState.NOT_AFFECTED : FixState.FIXED,
                    null);
            for (String written : fixes.texts(version)) {
                // One item may give several names of one vulnerability: "CVE-2019-1 XSA-296".
                List<String> names = List.of(written.strip().split("\\s+"));
                if (!names.getFirst().isEmpty()) {
                    told.part(new Draft(publisher(ecosystem), names.getFirst())
                            .aliases(names.subList(1, names.size()))
                            .affects(List.of(affected))
                            .advisory());
                }
            }
        }
    }

    private static String ecosystem(Tree document) {
        String prefix = document.text("urlprefix");
        if (prefix.contains("wolfi")) {
            return "Wolfi";
        }
        if (prefix.contains("chainguard") || prefix.contains("cgr.dev")) {
            return "Chainguard";
        }
        return "Alpine:" + document.text("distroversion");
    }

    private static String publisher(String ecosystem) {
        int colon = ecosystem.indexOf(':');
        return (colon < 0 ? ecosystem : ecosystem.substring(0, colon)).toLowerCase(Locale.ROOT);
    }
}
