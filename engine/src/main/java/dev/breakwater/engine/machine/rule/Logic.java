package dev.breakwater.engine.machine.rule;

import java.util.List;
import java.util.stream.Stream;

/** Rules made of rules. */
final class Logic {

    private Logic() {}

    record All(List<Rule> rules) implements Rule {

        @Override
        public Answer ask(MachineFacts facts) {
            return Answer.all(rules.stream().map(rule -> rule.ask(facts)).toList());
        }

        @Override
        public Stream<String> paths() {
            return rules.stream().flatMap(Rule::paths);
        }
    }

    record Any(List<Rule> rules) implements Rule {

        @Override
        public Answer ask(MachineFacts facts) {
            return Answer.any(rules.stream().map(rule -> rule.ask(facts)).toList());
        }

        @Override
        public Stream<String> paths() {
            return rules.stream().flatMap(Rule::paths);
        }
    }

    record Not(Rule rule) implements Rule {

        @Override
        public Answer ask(MachineFacts facts) {
            return rule.ask(facts).not();
        }

        @Override
        public Stream<String> paths() {
            return rule.paths();
        }
    }

    /** A rule that speaks only of machines of which a condition holds. */
    record Where(Rule condition, Rule rule) implements Rule {

        @Override
        public Answer ask(MachineFacts facts) {
            Answer asked = condition.ask(facts);
            return switch (asked.state()) {
                case HOLDS -> rule.ask(facts);
                case UNKNOWN -> asked;
                case FAILS, NOT_APPLICABLE -> new Answer(Answer.State.NOT_APPLICABLE, asked.found());
            };
        }

        @Override
        public Stream<String> paths() {
            return Stream.concat(condition.paths(), rule.paths());
        }
    }
}
