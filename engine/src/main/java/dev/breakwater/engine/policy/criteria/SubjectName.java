package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfSubject;

/** The name of a subject. */
final class SubjectName extends TextCriterion<OfSubject> {

    SubjectName() {
        super(
                "Subject Name",
                Level.SUBJECT,
                "The name of a user, group or service account to which a binding grants its role.",
                "system:unauthenticated");
    }

    @Override
    Observed<String> read(OfSubject of) {
        return Observed.known(of.subject().name());
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
