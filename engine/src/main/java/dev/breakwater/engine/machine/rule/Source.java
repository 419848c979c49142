package dev.breakwater.engine.machine.rule;

import java.util.List;
import java.util.stream.Stream;

/** Where a setting of a machine is written down. */
interface Source {

    Value read(MachineFacts facts);

    /** The paths that it reads. */
    Stream<String> paths();

    /**
     * A setting is to be as demanded.
     *
     * @param sources those that come first override the others
     */
    record Setting(String field, List<Source> sources, Demand demand) implements Rule {

        @Override
        public Answer ask(MachineFacts facts) {
            Value value = Value.unset("");
            for (Source source : sources) {
                value = value.or(() -> source.read(facts));
            }
            return demand.judge(field, value);
        }

        @Override
        public Stream<String> paths() {
            return sources.stream().flatMap(Source::paths);
        }
    }

    /** A value in an answer that is JSON, such as {@code docker.info}. */
    record Document(String name, TreePath path) implements Source {

        @Override
        public Value read(MachineFacts facts) {
            return facts.document(name)
                    .map(tree -> {
                        List<String> values = path.values(tree);
                        return values.isEmpty()
                                ? Value.unset(name + " " + path.text())
                                : Value.set(values, name + " " + path.text());
                    })
                    .orElseGet(() -> Value.unknown(name, "There is no answer " + name + "."));
        }

        @Override
        public Stream<String> paths() {
            return Stream.empty();
        }
    }
}
