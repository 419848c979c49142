package dev.breakwater.feeds.format;

import dev.breakwater.engine.vulnerability.Affected;
import dev.breakwater.engine.vulnerability.FixState;
import dev.breakwater.engine.vulnerability.version.VersionScheme;
import dev.breakwater.feeds.FeedFormat;
import dev.breakwater.feeds.document.MalformedDocument;
import dev.breakwater.feeds.document.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Advisories of the Node.js security working group (github.com/nodejs/security-wg): of npm packages, of Node.js itself, and
 * which vulnerabilities of its dependencies do not reach it.
 */
final class NodeWorkingGroup implements TreeFormat {

    private static final String NODE = "Node.js";

    @Override
    public FeedFormat format() {
        return FeedFormat.NODE_WORKING_GROUP;
    }

    @Override
    public boolean recognises(String fileName, Tree document) {
        return isPackage(document) || isCore(document) || isDependency(document);
    }

    private static boolean isPackage(Tree document) {
        return document.has("module_name") && document.has("vulnerable_versions");
    }

    private static boolean isCore(Tree document) {
        return document.has("cve") && document.has("vulnerable") && document.has("patched");
    }

    private static boolean isDependency(Tree document) {
        return document.get("cve").isList() && document.has("reason") && document.has("overview");
    }

    @Override
    public void read(String name, Tree document, Told told) throws MalformedDocument {
        if (isPackage(document)) {
            ofPackage(document, told);
        } else {
            ofNode(name.substring(name.lastIndexOf('/') + 1).replace(".json", ""), document, told);
        }
    }

    private static void ofPackage(Tree document, Told told) throws MalformedDocument {
        String module = document.text("module_name");
        told.speaksFor("npm");
        if (!told.wants("npm", module)) {
            return;
        }
        told.advisory(new Draft("nodejs", "NSWG-ECO-" + document.text("id"))
                .mends(document.texts("cves"))
                .text(document.text("title"), document.text("overview"))
                .score(score(document.text("cvss_vector")))
                .dated(Texts.instant(document.text("publish_date")), Texts.instant(document.text("updated_at")))
                .references(document.texts("references"))
                .affects(List.of(affected(
                        "npm", module, document.text("vulnerable_versions"), document.text("patched_versions"))))
                .advisory());
    }

    private static void ofNode(String number, Tree document, Told told) throws MalformedDocument {
        told.speaksFor(NODE);
        if (!told.wants(NODE, "node")) {
            return;
        }
        boolean dependency = isDependency(document);
        List<String> cves = document.get("cve").isList() ? document.texts("cve") : List.of(document.text("cve"));
        List<String> references = new ArrayList<>(List.of(document.text("ref")));
        Affected affected = dependency
                ? new Affected(NODE, "node", List.of(), List.of(), FixState.NOT_AFFECTED, null)
                : affected(NODE, "node", document.text("vulnerable"), document.text("patched"));
        told.advisory(new Draft("nodejs", (dependency ? "NSWG-DEP-" : "NSWG-COR-") + number)
                .mends(cves)
                .text(document.text("description"), document.text("overview"))
                .word(document.text("severity"))
                .score(score(document.text("cvss")))
                .references(references)
                .affects(List.of(affected))
                .advisory());
    }

    private static Optional<Score> score(String vector) {
        return vector.isEmpty() ? Optional.empty() : Score.of(vector);
    }

    private static Affected affected(String ecosystem, String name, String vulnerable, String patched)
            throws MalformedDocument {
        VersionScheme scheme = VersionScheme.SEMVER;
        VersionSet mended = isNone(patched) ? VersionSet.of(scheme, List.of()) : Constraint.read(patched, scheme);
        VersionSet affected =
                Constraint.read(isNone(vulnerable) ? "*" : vulnerable, scheme).without(mended);
        return new Affected(
                ecosystem,
                name,
                affected.ranges(mended),
                List.of(),
                mended.isEmpty() ? FixState.NOT_FIXED : FixState.FIXED,
                null);
    }

    /** Nothing is mended: {@code null}, empty or {@code <0.0.0}. */
    private static boolean isNone(String constraint) {
        String text = constraint.replace(" ", "");
        return text.isEmpty() || text.equals("<0.0.0") || text.equals("none") || text.equals("null");
    }
}
