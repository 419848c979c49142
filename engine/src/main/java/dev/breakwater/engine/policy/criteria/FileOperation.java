package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Activity.FileAccess;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfFile;
import java.util.stream.Stream;

/** What was done to a file. */
final class FileOperation extends ChoiceCriterion<OfFile> {

    FileOperation() {
        super(
                "File Operation",
                Level.FILE,
                Stream.of(FileAccess.Operation.values()).map(Enum::name).toList(),
                "What a process did to a file.");
    }

    @Override
    Observed<String> read(OfFile of) {
        return Observed.known(of.access().operation().name());
    }

    @Override
    public Sighting see(OfFile of, Policy.Group group) {
        return Activities.file(of);
    }
}
