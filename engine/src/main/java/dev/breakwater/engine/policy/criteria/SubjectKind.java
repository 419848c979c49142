package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfSubject;
import java.util.List;
import java.util.Locale;

/** The kind of a subject. */
final class SubjectKind extends ChoiceCriterion<OfSubject> {

    SubjectKind() {
        super(
                "Subject Kind",
                Level.SUBJECT,
                List.of("USER", "GROUP", "SERVICEACCOUNT"),
                "What a binding grants its role to.");
    }

    @Override
    Observed<String> read(OfSubject of) {
        return Observed.known(of.subject().kind().toUpperCase(Locale.ROOT));
    }

    @Override
    public Sighting see(OfSubject of, Policy.Group group) {
        return new Sighting(
                of.in().words() + " grants its role to " + of.subject().kind() + " "
                        + of.subject().name() + ".",
                "subjects",
                of.subject().name(),
                "subjects[" + of.index() + "]");
    }
}
