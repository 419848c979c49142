package dev.breakwater.engine.policy.criteria;

import java.util.List;

/**
 * What a criterion takes as a value.
 *
 * @param form the sort of value, by which an editor chooses its field
 * @param allowed the same in words, also the text of an error
 * @param choices the values there are, where they can be counted
 * @param example one that can be used
 */
public record ValueGrammar(Form form, String allowed, List<String> choices, String example) {

    /** The sorts of value. */
    public enum Form {
        FLAG,
        TEXT,
        NUMBER,
        DAYS,
        CHOICE,
        RANK,
        KEY_VALUE,
        ENVIRONMENT,
        PERMISSION,
        PATH,
        ADDRESS,
        INSTRUCTION,
        EXPRESSION
    }

    public ValueGrammar {
        choices = List.copyOf(choices);
    }
}
