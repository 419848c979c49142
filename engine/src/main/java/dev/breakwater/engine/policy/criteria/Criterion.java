package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Linked;
import dev.breakwater.engine.policy.value.ValueRejected;

/**
 * One thing that a policy can ask: its name, its values, how it matches and what it says. To add one, write a class and a
 * line in {@link Criteria}.
 *
 * @param <E> the linked object that it reads
 */
public abstract class Criterion<E extends Linked> {

    private final CriterionCard card;

    protected Criterion(CriterionCard card) {
        this.card = card;
    }

    public final CriterionCard card() {
        return card;
    }

    /** Whether the question makes sense for this object; where it does not, neither it nor its opposite fires. */
    public boolean appliesTo(E element) {
        return true;
    }

    /** Whether it reads what is known of images: of an image's level, or because what it asks follows from an image too. */
    public boolean readsImages() {
        return card.level().isOfImage();
    }

    /**
     * Compiles one value.
     *
     * @throws ValueRejected if it cannot be taken
     */
    public abstract Condition<E> condition(String value);

    /** What it saw in an object on which the group fired. */
    public abstract Sighting see(E element, Policy.Group group);
}
