package dev.breakwater.feeds.format;

import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.vulnerability.Advisory;
import dev.breakwater.engine.vulnerability.Affected;
import dev.breakwater.engine.vulnerability.SeverityWords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An advisory while a format puts it together; what is not told stays empty. */
final class Draft {

    private final String id;
    private final String publisher;
    private final Set<String> aliases = new LinkedHashSet<>();
    private final Set<String> mends = new LinkedHashSet<>();
    private final List<String> references = new ArrayList<>();
    private final List<Affected> affected = new ArrayList<>();
    private String word = "";
    private Optional<Score> score = Optional.empty();
    private String summary = "";
    private String details = "";
    private @Nullable Instant published;
    private @Nullable Instant modified;
    private @Nullable Instant withdrawn;
    private boolean disputed;

    Draft(String publisher, String id) {
        this.publisher = publisher;
        this.id = id.strip();
    }

    Draft aliases(List<String> names) {
        names.stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty() && name.length() <= 200)
                .forEach(aliases::add);
        return this;
    }

    Draft mends(List<String> names) {
        mends.addAll(names);
        return this;
    }

    Draft text(String title, String body) {
        summary = title;
        details = body;
        return this;
    }

    Draft word(String rating) {
        word = rating.strip();
        return this;
    }

    Draft score(Optional<Score> base) {
        score = base;
        return this;
    }

    Draft dated(@Nullable Instant first, @Nullable Instant last) {
        published = first;
        modified = last;
        return this;
    }

    Draft withdrawn(@Nullable Instant since) {
        withdrawn = since;
        return this;
    }

    Draft disputed(boolean isDisputed) {
        disputed = isDisputed;
        return this;
    }

    Draft references(List<String> addresses) {
        references.addAll(addresses);
        return this;
    }

    Draft affects(List<Affected> packages) {
        affected.addAll(packages);
        return this;
    }

    /** The rating on our scale: the word, else the score. */
    Severity severity() {
        Severity worded = word.isEmpty() ? Severity.UNKNOWN : SeverityWords.severity(word);
        return worded != Severity.UNKNOWN ? worded : score.map(Score::severity).orElse(Severity.UNKNOWN);
    }

    Advisory advisory() {
        aliases.remove(id);
        boolean several = mends.size() > 1;
        if (!several) {
            aliases.addAll(mends);
        }
        return new Advisory(
                id,
                List.copyOf(aliases),
                several ? List.copyOf(mends) : List.of(),
                publisher,
                severity(),
                word,
                score.map(Score::value).orElse(null),
                score.map(Score::vector).orElse(""),
                Texts.summary(summary, details),
                Texts.details(details),
                published,
                modified,
                withdrawn,
                disputed || details.startsWith("** DISPUTED **"),
                Texts.references(references),
                affected);
    }
}
