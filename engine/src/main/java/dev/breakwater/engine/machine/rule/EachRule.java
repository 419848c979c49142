package dev.breakwater.engine.machine.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What holds of each element of an answer that is a list, such as each running container.
 *
 * @param where those that are asked, such as those that run
 */
record EachRule(String document, TreePath name, Test where, Test test) implements Rule {

    /** A test of one element. */
    sealed interface Test {

        Answer ask(JsonNode element, String name);
    }

    record At(TreePath path, Demand demand) implements Test {

        @Override
        public Answer ask(JsonNode element, String name) {
            List<String> values = path.values(element);
            return demand.judge(path.text(), values.isEmpty() ? Value.unset(name) : Value.set(values, name));
        }
    }

    record AllOf(List<Test> tests) implements Test {

        @Override
        public Answer ask(JsonNode element, String name) {
            return Answer.all(
                    tests.stream().map(test -> test.ask(element, name)).toList());
        }
    }

    record AnyOf(List<Test> tests) implements Test {

        @Override
        public Answer ask(JsonNode element, String name) {
            return Answer.any(
                    tests.stream().map(test -> test.ask(element, name)).toList());
        }
    }

    @Override
    public Answer ask(MachineFacts facts) {
        JsonNode all = facts.document(document).orElse(null);
        if (all == null || !all.isArray()) {
            return Answer.unknown(document, document, "There is no answer " + document + ".");
        }
        List<Answer> answers = new ArrayList<>();
        for (JsonNode element : all) {
            List<String> names = name.values(element);
            String shown = names.isEmpty() ? document : names.getFirst();
            if (where.ask(element, shown).state() == Answer.State.HOLDS) {
                answers.add(test.ask(element, shown));
            }
        }
        return answers.isEmpty()
                ? Answer.notApplicable(document, document, "There is none that it speaks of.")
                : Answer.all(answers);
    }
}
