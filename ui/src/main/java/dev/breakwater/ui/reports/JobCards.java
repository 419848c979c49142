package dev.breakwater.ui.reports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.progressbar.ProgressBar;
import dev.breakwater.central.operations.Sizes;
import dev.breakwater.central.reporting.ReportFile;
import dev.breakwater.central.reporting.ReportJob;
import dev.breakwater.central.reporting.ReportSent;
import dev.breakwater.central.reporting.SealedReports.Proof;
import dev.breakwater.central.sealing.SigningKey;
import dev.breakwater.central.sealing.SigningKeys;
import dev.breakwater.seal.Manifest;
import dev.breakwater.ui.part.CardHead;
import dev.breakwater.ui.part.CopyLine;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.FactTable;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.TimeWords;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is told of one making of a report, a card for each question. */
final class JobCards {

    private final JobFiles links;
    private final SigningKeys keys;
    private final TimeWords times;

    JobCards(JobFiles links, SigningKeys keys, TimeWords times) {
        this.links = links;
        this.keys = keys;
        this.times = times;
    }

    Div progress(ReportJob job) {
        Div card = Markup.box("bw-card", new CardHead("How far is it?", ReportWords.state(job, times)));
        if (job.state() == ReportJob.State.RUNNING) {
            ProgressBar bar = new ProgressBar(0, 100, job.progress());
            bar.getElement().setAttribute("aria-label", "Progress of " + job.name());
            card.add(bar);
        }
        if (!job.reason().isEmpty()) {
            card.add(Markup.text("bw-form-problem", job.reason()));
        }
        DescriptionList facts = new DescriptionList();
        facts.addClassName("bw-facts");
        fact(facts, "Data as of", moment(job.dataAsOf()));
        fact(facts, "Author", job.author() + (job.rights().isEmpty() ? "" : " (" + job.rights() + ")"));
        fact(
                facts,
                "Made",
                job.dueAt() == null
                        ? "when " + job.askedBy() + " asked"
                        : "by its schedule, due " + moment(job.dueAt()));
        fact(facts, "Asked for", moment(job.createdAt()));
        fact(facts, "Begun", moment(job.startedAt()));
        fact(facts, "Ended", ended(job));
        fact(facts, "Next try", moment(job.nextAt()));
        fact(facts, "Tries", job.attempts() == 0 ? "" : Counted.number(job.attempts()));
        fact(facts, "Files kept until", moment(job.expiresAt()));
        fact(facts, "Job", job.id().toString());
        card.add(facts);
        return card;
    }

    private String ended(ReportJob job) {
        if (job.finishedAt() == null) {
            return "";
        }
        Instant begun = job.startedAt();
        return moment(job.finishedAt())
                + (begun == null || job.finishedAt().isBefore(begun)
                        ? ""
                        : ", after " + took(Duration.between(begun, job.finishedAt())));
    }

    private static String took(Duration time) {
        return time.toSeconds() < 60
                ? String.format(java.util.Locale.ENGLISH, "%.1f s", time.toMillis() / 1000.0)
                : TimeWords.duration(time);
    }

    Div files(ReportJob job) {
        Div card = Markup.box(
                "bw-card bw-card-wide",
                new CardHead("What was made?", "all of one moment; the digests are in the seal"));
        if (job.files().isEmpty()) {
            card.add(Markup.paragraph(
                    job.state() == ReportJob.State.DONE
                            ? "The files have expired. What was made, and when, stays here."
                            : "No file yet."));
            return card;
        }
        FactTable table = new FactTable("Files", List.of("File", "Form", "Size", "SHA-256", "Download"), Set.of(2));
        for (ReportFile file : job.files()) {
            table.row(
                    Markup.text("bw-name bw-wrap-anywhere", file.name()),
                    Markup.text(
                            "",
                            file.format() == null ? "beside it" : file.format().name()),
                    Markup.text("bw-number", Sizes.shown(file.size())),
                    Markup.text("bw-code bw-wrap-anywhere", file.sha256()),
                    links.link(job, file, "download"));
        }
        card.add(table);
        if (JobFiles.areSigned(job)) {
            card.add(Markup.box("bw-tags", links.signed(job)));
        }
        return card;
    }

    Div sent(ReportJob job) {
        Div card = Markup.box("bw-card", new CardHead("Where did it go?", "besides this page"));
        if (job.deliveries().isEmpty()) {
            card.add(Markup.paragraph("Nowhere else: no destination is set in the report."));
            return card;
        }
        FactTable table = new FactTable("Deliveries", List.of("Where", "State", "Tries", "What was said"), Set.of(2));
        for (ReportSent one : job.deliveries()) {
            table.row(
                    Markup.box(
                            "",
                            Markup.text("bw-name bw-wrap-anywhere", one.target()),
                            Markup.box("bw-meta", Markup.text("", ReportWords.way(one.kind())))),
                    Markup.text("", when(one)),
                    Markup.text("bw-number", Counted.number(one.attempts())),
                    Markup.text("bw-wrap-anywhere", one.outcome()));
        }
        card.add(table);
        return card;
    }

    private String when(ReportSent one) {
        if (one.deliveredAt() != null) {
            return "arrived " + times.minute(one.deliveredAt());
        }
        return ReportWords.arrival(one) + (one.nextAt() == null ? "" : ", tried " + times.minute(one.nextAt()));
    }

    Component proof(ReportJob job, Proof proof) {
        Manifest manifest = proof.manifest();
        Div card = Markup.box(
                "bw-card bw-card-wide",
                new CardHead("What proves it?", "who gets it can verify it without this central"));
        DescriptionList facts = new DescriptionList();
        facts.addClassName("bw-facts");
        fact(facts, "Signed by", proof.signer() + ", " + standing(proof.signer()));
        fact(facts, "Sealed", moment(manifest.createdAt()));
        fact(facts, "Manifest", "SHA-256 " + proof.sha256());
        fact(facts, "Scope", manifest.report().scope());
        fact(
                facts,
                "Chain of days",
                manifest.chain().day() + " " + manifest.chain().hash());
        fact(
                facts,
                "Stands on",
                Counted.of(manifest.versions().size(), "version", "versions") + " and "
                        + Counted.of(manifest.evidence().size(), "digest of evidence", "digests of evidence"));
        card.add(
                facts,
                new CopyLine(
                        "Verify what was downloaded as one file",
                        "bwctl report verify " + bundle(job) + " --key " + proof.signer()));
        return card;
    }

    private static String bundle(ReportJob job) {
        String first = job.files().getFirst().name();
        int dot = first.indexOf('.');
        return (dot > 0 ? first.substring(0, dot) : first) + ".zip";
    }

    private String standing(String signer) {
        for (SigningKey key : keys.all()) {
            if (key.fingerprint().equals(signer)) {
                return key.retiredAt() == null
                        ? "the present key"
                        : "a key that was retired " + moment(key.retiredAt()) + "; it still verifies";
            }
        }
        return "a key that this central does not know";
    }

    private String moment(@Nullable Instant at) {
        return at == null ? "" : times.exact(at);
    }

    private static void fact(DescriptionList facts, String name, String value) {
        if (!value.isEmpty()) {
            DescriptionList.Description description = new DescriptionList.Description();
            description.add(Markup.text("", value));
            facts.add(new DescriptionList.Term(name), description);
        }
    }
}
