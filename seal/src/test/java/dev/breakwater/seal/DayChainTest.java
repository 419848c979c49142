package dev.breakwater.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.breakwater.seal.SealRefused.Reason;
import java.security.KeyPair;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DayChainTest {

    private final KeyPair key = SealKeys.generate();
    private final Trust trust = Trust.of(List.of(key.getPublic()));
    private final List<Day> days = days();

    private List<Day> days() {
        List<Day> made = new ArrayList<>();
        String previous = Day.NOTHING;
        for (int i = 0; i < 5; i++) {
            Day day = day(LocalDate.of(2026, 11, 20 + i), previous, List.of(Digests.sha256("report " + i)));
            made.add(day);
            previous = day.hash();
        }
        return made;
    }

    private Day day(LocalDate day, String previous, List<String> reports) {
        Day.AuditDigest audit = new Day.AuditDigest(0, 0, 0, Digests.sha256(""));
        byte[] text = Day.text(day, previous, reports, audit);
        return new Day(day, previous, reports, audit, Digests.sha256(text), Seal.of(Day.TYPE, text, key));
    }

    @Test
    void takesAChainAndEachOfItsHeads() throws SealRefused {
        DayChain chain = DayChain.read(new DayChain(DayChain.FORMAT, days).bytes());
        for (Day day : days) {
            chain.require(trust, day.hash());
        }
    }

    @Test
    void refusesADayThatWasLeftOutPutInOrChanged() {
        List<Day> shorter = new ArrayList<>(days);
        shorter.remove(2);
        refuses(shorter, "does not follow");

        List<Day> other = new ArrayList<>(days);
        other.set(1, day(days.get(1).day(), days.get(1).previous(), List.of()));
        refuses(other, "2026-11-22 does not follow");

        List<Day> twice = new ArrayList<>(days);
        twice.add(day(days.getLast().day(), days.getLast().hash(), List.of()));
        refuses(twice, "is not the day after");

        Day last = days.getLast();
        List<Day> changed = new ArrayList<>(days);
        changed.set(4, new Day(last.day(), last.previous(), List.of(), last.audit(), last.hash(), last.seal()));
        refuses(changed, "was changed");
    }

    @Test
    void refusesAHeadThatIsNotOfIt() {
        assertThatExceptionOfType(SealRefused.class)
                .isThrownBy(() -> new DayChain(DayChain.FORMAT, days).require(trust, Digests.sha256("other")));
    }

    @Test
    void refusesDaysOfAnotherSigner() {
        Trust other = Trust.of(List.of(SealKeys.generate().getPublic()));
        assertThatExceptionOfType(SealRefused.class)
                .isThrownBy(() -> new DayChain(DayChain.FORMAT, days).require(other, null))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.UNKNOWN_SIGNER));
        assertThatCode(() -> new DayChain(DayChain.FORMAT, List.of()).require(other, null))
                .doesNotThrowAnyException();
    }

    private void refuses(List<Day> wrong, String words) {
        assertThatExceptionOfType(SealRefused.class)
                .isThrownBy(() -> new DayChain(DayChain.FORMAT, wrong).require(trust, null))
                .withMessageContaining(words);
    }
}
