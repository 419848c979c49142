package dev.breakwater.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class TruthProperties {

    @Property
    void obeysTheLawsOfDeMorganAndOfLattices(@ForAll Truth a, @ForAll Truth b, @ForAll Truth c) {
        assertThat(a.and(b).not()).isEqualTo(a.not().or(b.not()));
        assertThat(a.not().not()).isEqualTo(a);
        assertThat(a.and(b)).isEqualTo(b.and(a));
        assertThat(a.or(b.or(c))).isEqualTo(a.or(b).or(c));
        assertThat(a.and(b.or(c))).isEqualTo(a.and(b).or(a.and(c)));
        assertThat(a.or(a.and(b))).isEqualTo(a);
    }

    /** Knowing less never tells the opposite: an operand that becomes unknown leaves the result or makes it unknown. */
    @Property
    void isMonotoneInKnowledge(@ForAll Truth a, @ForAll Truth b) {
        assertThat(a.and(Truth.UNKNOWN)).isIn(a.and(b), Truth.UNKNOWN);
        assertThat(a.or(Truth.UNKNOWN)).isIn(a.or(b), Truth.UNKNOWN);
        assertThat(Truth.of(true).not()).isEqualTo(Truth.FALSE);
    }
}
