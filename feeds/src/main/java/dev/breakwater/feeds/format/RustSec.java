package dev.breakwater.feeds.format;

import dev.breakwater.engine.vulnerability.Affected;
import dev.breakwater.engine.vulnerability.FixState;
import dev.breakwater.engine.vulnerability.version.VersionScheme;
import dev.breakwater.feeds.document.MalformedDocument;
import dev.breakwater.feeds.document.Tree;
import dev.breakwater.feeds.document.Trees;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** An advisory of RustSec (github.com/RustSec/advisory-db): TOML in a fence, then Markdown. */
final class RustSec {

    private static final String FENCE = "```toml";
    private static final Set<String> NO_VULNERABILITY = Set.of("unmaintained", "notice");

    private RustSec() {}

    static boolean recognises(String fileName, String text) {
        return fileName.endsWith(".md") && text.stripLeading().startsWith(FENCE) && text.contains("[advisory]");
    }

    static void read(String text, Told told) throws IOException {
        int start = text.indexOf(FENCE) + FENCE.length();
        int end = text.indexOf("```", start);
        if (end < 0) {
            throw new MalformedDocument("the fence of its head is not closed");
        }
        Tree head = Trees.toml(text.substring(start, end));
        Tree advisory = head.get("advisory");
        String id = advisory.text("id");
        String crate = advisory.text("package");
        if (id.isEmpty() || crate.isEmpty()) {
            throw new MalformedDocument("the fields id and package of [advisory] are needed");
        }
        told.speaksFor("crates.io");
        if (NO_VULNERABILITY.contains(advisory.text("informational"))) {
            told.noVulnerability();
            return;
        }
        if (!told.wants("crates.io", crate)) {
            return;
        }
        String body = text.substring(end + 3).strip();
        int line = body.indexOf('\n');
        String title =
                body.startsWith("#") ? (line < 0 ? body : body.substring(0, line)).replaceFirst("^#+\\s*", "") : "";
        Instant date = Texts.instant(advisory.text("date"));
        told.advisory(new Draft("rustsec", id)
                .aliases(advisory.texts("aliases"))
                .text(title, line < 0 ? "" : body.substring(line + 1))
                .score(Score.of(advisory.text("cvss")))
                .dated(date, date)
                .withdrawn(Texts.instant(advisory.text("withdrawn")))
                .references(references(advisory))
                .affects(List.of(affected(crate, head.get("versions"))))
                .advisory());
    }

    private static Affected affected(String crate, Tree versions) throws MalformedDocument {
        VersionSet patched = Constraint.anyOf(versions.texts("patched"), VersionScheme.SEMVER);
        VersionSet unaffected = Constraint.anyOf(versions.texts("unaffected"), VersionScheme.SEMVER);
        return new Affected(
                "crates.io",
                crate,
                patched.with(unaffected).complement().ranges(patched),
                List.of(),
                patched.isEmpty() ? FixState.NOT_FIXED : FixState.FIXED,
                null);
    }

    private static List<String> references(Tree advisory) {
        List<String> all = new ArrayList<>();
        all.add(advisory.text("url"));
        all.addAll(advisory.texts("references"));
        return all;
    }
}
