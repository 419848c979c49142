package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Text;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.Truth;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked;
import dev.breakwater.engine.policy.value.KeyValue;
import dev.breakwater.engine.policy.value.TextTest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A criterion whose fact is a map of keys to texts (labels, annotations, settings) and asks for an entry in it. */
abstract class EntryCriterion<E extends Linked> extends Criterion<E> {

    private static final int SHOWN = 10;

    private final String field;

    /** @param field what the map is called in the object, such as {@code labels} */
    EntryCriterion(String name, Level level, String field, String summary, String example) {
        super(CriterionCard.of(name, level, grammar(example), summary));
        this.field = field;
    }

    /** @param required whether it fires on the lack of an entry */
    EntryCriterion(String name, Level level, String field, String summary, String example, boolean required) {
        super(
                required
                        ? CriterionCard.of(name, level, grammar(example), summary)
                                .firesOnAbsence()
                        : CriterionCard.of(name, level, grammar(example), summary));
        this.field = field;
    }

    private static ValueGrammar grammar(String example) {
        return new ValueGrammar(ValueGrammar.Form.KEY_VALUE, KeyValue.ALLOWED, List.of(), example);
    }

    /** The map. */
    abstract Observed<Map<String, Text>> read(E element);

    /** Who has it, as the beginning of a sentence: {@code The workload}. */
    abstract String owner(E element);

    /** Where the map stands in the object. */
    abstract String path(E element);

    @Override
    public Condition<E> condition(String value) {
        KeyValue wanted = KeyValue.parse(value);
        return (element, asOf) -> switch (read(element)) {
            case Observed.Known<Map<String, Text>>(Map<String, Text> entries) -> test(entries, wanted);
            case Observed.Unknown<Map<String, Text>>(UnknownReason reason, String detail) ->
                Answer.unknown(reason, detail);
        };
    }

    private Answer test(Map<String, Text> entries, KeyValue wanted) {
        Answer answer = Answer.NO;
        for (Map.Entry<String, Text> entry : entries.entrySet()) {
            answer = answer.or(test(entry, wanted));
        }
        return answer;
    }

    private Answer test(Map.Entry<String, Text> entry, KeyValue wanted) {
        if (!wanted.key().matches(entry.getKey())) {
            return Answer.NO;
        }
        if (wanted.value() instanceof TextTest.Anything) {
            return Answer.YES;
        }
        String value = entry.getValue().value();
        return value == null
                ? Answer.unknown(
                        UnknownReason.OUT_OF_SIGHT, "The value of " + entry.getKey() + " did not leave the cluster.")
                : Answer.of(wanted.value().matches(value));
    }

    @Override
    public Sighting see(E element, Policy.Group group) {
        Map<String, Text> entries = read(element).toOptional().orElse(Map.of());
        if (card().inverted() || group.negated()) {
            String missing = group.values().stream()
                    .filter(value -> test(entries, KeyValue.parse(value)).truth() != Truth.TRUE)
                    .collect(Collectors.joining(group.operator() == Policy.Operator.AND ? ", nor " : ", or "));
            return new Sighting(
                    owner(element) + " has nothing in its " + field + " for " + missing + ".",
                    field,
                    shown(entries),
                    path(element));
        }
        Map<String, Text> matching = entries.entrySet().stream()
                .filter(entry -> group.values().stream()
                        .anyMatch(value -> test(entry, KeyValue.parse(value)).truth() == Truth.TRUE))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new Sighting(
                owner(element) + " has among its " + field + " " + shown(matching) + ".",
                field,
                shown(matching),
                path(element));
    }

    private static String shown(Map<String, Text> entries) {
        String text = new TreeMap<>(entries)
                .entrySet().stream()
                        .limit(SHOWN)
                        .map(entry -> entry.getKey() + "=" + entry.getValue().shown())
                        .collect(Collectors.joining(", "));
        return entries.size() > SHOWN ? text + " and " + (entries.size() - SHOWN) + " more" : text;
    }
}
