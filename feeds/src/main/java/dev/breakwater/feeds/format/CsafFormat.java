package dev.breakwater.feeds.format;

import dev.breakwater.engine.vulnerability.Affected;
import dev.breakwater.feeds.FeedFormat;
import dev.breakwater.feeds.document.MalformedDocument;
import dev.breakwater.feeds.document.Tree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The Common Security Advisory Framework 2.0, as Red Hat writes its advisories and its VEX statements: RPM packages of its products. */
final class CsafFormat implements TreeFormat {

    @Override
    public FeedFormat format() {
        return FeedFormat.CSAF;
    }

    @Override
    public boolean recognises(String fileName, Tree document) {
        return document.get("document").has("csaf_version");
    }

    @Override
    public void read(String name, Tree document, Told told) throws MalformedDocument {
        Tree head = document.get("document");
        String tracking = head.get("tracking").text("id");
        Instant current = Texts.instant(head.get("tracking").text("current_release_date"));
        if (current != null) {
            told.asOf(current);
        }
        List<Tree> vulnerabilities = document.items("vulnerabilities");
        if (tracking.isEmpty()) {
            throw new MalformedDocument("the field document.tracking.id is empty");
        }
        CsafProducts products = CsafProducts.of(document.get("product_tree"));
        boolean erratum = !head.text("category").equals("csaf_vex");
        if (!erratum) {
            for (Tree vulnerability : vulnerabilities) {
                String cve = vulnerability.text("cve");
                List<Affected> affected = CsafStatus.read(vulnerability, products, told);
                if (!affected.isEmpty() || !told.isSelective()) {
                    told.part(draft(cve.isEmpty() ? tracking : cve, head, vulnerability)
                            .affects(affected)
                            .advisory());
                }
            }
            return;
        }
        List<Affected> affected = new ArrayList<>();
        List<String> cves = new ArrayList<>();
        for (Tree vulnerability : vulnerabilities) {
            cves.add(vulnerability.text("cve"));
            affected.addAll(CsafStatus.read(vulnerability, products, told));
        }
        if (affected.isEmpty() && told.isSelective()) {
            return;
        }
        if (vulnerabilities.isEmpty()) {
            told.noVulnerability();
            return;
        }
        told.advisory(draft(tracking, head, vulnerabilities.getFirst())
                .mends(cves.stream().filter(cve -> !cve.isEmpty()).distinct().toList())
                .affects(affected.stream().distinct().toList())
                .advisory());
    }

    private static Draft draft(String id, Tree head, Tree vulnerability) {
        Tree tracking = head.get("tracking");
        Instant released = Texts.instant(vulnerability.text("release_date"));
        Instant initial = Texts.instant(tracking.text("initial_release_date"));
        return new Draft("redhat", id)
                .text(head.text("title"), note(vulnerability, "description"))
                .word(word(head, vulnerability))
                .score(score(vulnerability))
                .dated(released == null ? initial : released, Texts.instant(tracking.text("current_release_date")))
                .references(vulnerability.items("references").stream()
                        .map(one -> one.text("url"))
                        .toList());
    }

    private static String note(Tree vulnerability, String category) {
        return vulnerability.items("notes").stream()
                .filter(one -> one.text("category").equals(category))
                .map(one -> one.text("text"))
                .findFirst()
                .orElse("");
    }

    private static String word(Tree head, Tree vulnerability) {
        return vulnerability.items("threats").stream()
                .filter(one -> one.text("category").equals("impact"))
                .map(one -> one.text("details"))
                .findFirst()
                .orElse(head.get("aggregate_severity").text("text"));
    }

    private static Optional<Score> score(Tree vulnerability) {
        List<Score> scores = new ArrayList<>();
        for (Tree one : vulnerability.items("scores")) {
            for (String version : List.of("cvss_v3", "cvss_v4", "cvss_v2")) {
                Score.of(one.get(version).text("vectorString")).ifPresent(scores::add);
            }
        }
        return Score.preferred(scores);
    }
}
