package dev.breakwater.central.vulnerabilities.internal.exception;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.vulnerabilities.ExceptionPreview.Facts;
import dev.breakwater.central.vulnerabilities.ExceptionRequest.Kind;
import dev.breakwater.central.vulnerabilities.ExceptionRequest.Place;
import dev.breakwater.central.vulnerabilities.ExceptionRow;
import dev.breakwater.central.vulnerabilities.ExceptionRow.EndCause;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** An exception stays exactly as long as its date has not come and nothing that it was approved on has turned against it. */
class ExceptionWatchTest {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    @Property
    void aDeferralEndsExactlyWhenAFactTurnsTrueThatWasNot(
            @ForAll boolean fixThen,
            @ForAll boolean exploitedThen,
            @ForAll boolean exposedThen,
            @ForAll boolean fixNow,
            @ForAll boolean exploitedNow,
            @ForAll boolean exposedNow) {
        Optional<EndCause> cause = ExceptionWatch.causeToEnd(
                row(Kind.DEFERRAL, NOW.plusSeconds(1), new Facts(fixThen, exploitedThen, exposedThen)),
                new Facts(fixNow, exploitedNow, exposedNow),
                NOW);
        boolean worse = (fixNow && !fixThen) || (exploitedNow && !exploitedThen) || (exposedNow && !exposedThen);
        assertThat(cause.isPresent()).isEqualTo(worse);
    }

    @Property
    void aFixDoesNotEndWhatDoesNotApply(@ForAll boolean fixThen, @ForAll boolean fixNow) {
        assertThat(ExceptionWatch.causeToEnd(
                        row(Kind.FALSE_POSITIVE, null, new Facts(fixThen, false, false)),
                        new Facts(fixNow, false, false),
                        NOW))
                .isEmpty();
    }

    @Property
    void itsDateEndsItWhateverTheFacts(@ForAll boolean fix, @ForAll boolean exploited, @ForAll boolean exposed) {
        Facts facts = new Facts(fix, exploited, exposed);
        assertThat(ExceptionWatch.causeToEnd(row(Kind.DEFERRAL, NOW, facts), facts, NOW))
                .contains(EndCause.EXPIRED);
    }

    private static ExceptionRow row(Kind kind, @Nullable Instant endsAt, Facts facts) {
        return new ExceptionRow(
                new UUID(0, 1),
                kind,
                ExceptionRow.State.APPROVED,
                "CVE-2026-0001",
                Place.EVERYWHERE,
                "why",
                kind == Kind.DEFERRAL ? "" : "component_not_present",
                endsAt,
                false,
                "ada",
                NOW.minusSeconds(9),
                "bob",
                NOW.minusSeconds(8),
                "",
                facts,
                "",
                null,
                null);
    }
}
