package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfFile;
import dev.breakwater.engine.policy.value.TextPattern;
import dev.breakwater.engine.policy.value.TextPattern.Bare;
import dev.breakwater.engine.policy.value.TextTest;
import dev.breakwater.engine.policy.value.ValueRejected;
import java.util.List;

/** The path of a file that a process touched, under its old name or its new one. */
final class FilePath extends Criterion<OfFile> {

    private static final ValueGrammar GRAMMAR = new ValueGrammar(
            ValueGrammar.Form.PATH,
            "Allowed: an absolute path, with * for anything but a slash, ** for anything and ? for one character; without"
                    + " .. in it, up to " + TextPattern.MAX_LENGTH + " characters.",
            List.of(),
            "/etc/ssh/**");

    FilePath() {
        super(CriterionCard.of(
                "File Path", Level.FILE, GRAMMAR, "The path of a file that a process touched; a rename has two."));
    }

    @Override
    public Condition<OfFile> condition(String value) {
        String path = value.strip();
        boolean climbs = List.of(path.split("/", -1)).contains("..");
        if (!path.startsWith("/") || climbs || path.length() > TextPattern.MAX_LENGTH) {
            throw new ValueRejected(GRAMMAR.allowed());
        }
        TextTest test = TextPattern.parse("g/" + path, Bare.PREFIX);
        return (of, asOf) -> Answer.of(test.matches(of.access().path())
                || (!of.access().movedTo().isEmpty() && test.matches(of.access().movedTo())));
    }

    @Override
    public Sighting see(OfFile of, Policy.Group group) {
        return Activities.file(of);
    }
}
