package dev.breakwater.central.compliance.internal;

import dev.breakwater.central.compliance.CheckEvidence;
import dev.breakwater.central.compliance.ControlResult.Sample;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.engine.compliance.Check;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

@Service
class StoredCheckEvidence implements CheckEvidence {

    private final ObjectAnswers answers;
    private final CheckCatalogue catalogue;

    StoredCheckEvidence(ObjectAnswers answers, CheckCatalogue catalogue) {
        this.answers = answers;
        this.catalogue = catalogue;
    }

    @Override
    public Set<String> each(UUID cluster, Collection<String> checks, AccessScope scope, Consumer<Sample> sink) {
        Part part = new Part(scope, "");
        Set<String> more = new TreeSet<>();
        if (!part.touches(cluster)) {
            return more;
        }
        ObjectAnswers.Reading reading = answers.reading(cluster, part);
        for (String id : checks) {
            if (catalogue.has(id)) {
                Check check = catalogue.byId(id);
                List<Sample> found = reading.samples(check, MOST);
                found.forEach(sink);
                boolean kept = check.subject() == Check.Subject.OBJECT && found.size() >= ResourceAnswers.KEPT;
                if (kept || found.size() >= MOST) {
                    more.add(id);
                }
            }
        }
        return more;
    }
}
