package dev.breakwater.central.vulnerabilities.internal.feed;

import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.vulnerability.Advisory;
import dev.breakwater.engine.vulnerability.Affected;
import dev.breakwater.engine.vulnerability.ExploitSignals;
import dev.breakwater.engine.vulnerability.FixState;
import dev.breakwater.engine.vulnerability.VersionRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Advisories and feeds of them, as small as a test can use them. */
public final class AdvisoryFixture {

    private final String id;
    private final List<String> aliases = new ArrayList<>();
    private final List<String> mends = new ArrayList<>();
    private final List<Affected> affected = new ArrayList<>();
    private Severity severity = Severity.HIGH;
    private Instant withdrawn;

    private AdvisoryFixture(String id) {
        this.id = id;
    }

    public static AdvisoryFixture advisory(String id) {
        return new AdvisoryFixture(id);
    }

    public AdvisoryFixture alias(String alias) {
        aliases.add(alias);
        return this;
    }

    public AdvisoryFixture mending(String... vulnerabilities) {
        mends.addAll(List.of(vulnerabilities));
        return this;
    }

    public AdvisoryFixture severity(Severity rating) {
        severity = rating;
        return this;
    }

    public AdvisoryFixture withdrawn(Instant at) {
        withdrawn = at;
        return this;
    }

    /** Every version before the fix is affected; empty = there is no fix. */
    public AdvisoryFixture in(String ecosystem, String name, String fixed) {
        affected.add(new Affected(
                ecosystem,
                name,
                List.of(new VersionRange("0", fixed, "")),
                List.of(),
                fixed.isEmpty() ? FixState.NOT_FIXED : FixState.FIXED,
                null));
        return this;
    }

    /** Versions from one on are affected, and nothing mends it. */
    public AdvisoryFixture since(String ecosystem, String name, String introduced) {
        affected.add(new Affected(
                ecosystem, name, List.of(new VersionRange(introduced, "", "")), List.of(), FixState.NOT_FIXED, null));
        return this;
    }

    public Advisory build() {
        return new Advisory(
                id,
                aliases,
                mends,
                "debian",
                severity,
                severity.name().toLowerCase(java.util.Locale.ROOT),
                7.5,
                "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H",
                "What " + id + " is.",
                "",
                Instant.parse("2026-05-01T00:00:00Z"),
                Instant.parse("2026-05-02T00:00:00Z"),
                withdrawn,
                false,
                List.of("https://example.org/" + id),
                affected);
    }

    /** A feed of these advisories, complete for the ecosystems that they name. */
    public static FeedContent feed(String name, AdvisoryFixture... advisories) {
        return feed(
                name, List.of(advisories).stream().map(AdvisoryFixture::build).toList());
    }

    public static FeedContent feed(String name, List<Advisory> advisories) {
        return new Content(name, null, advisories, null, true);
    }

    /** Advisories that somebody picked: what they do not name is not known to be clean. */
    public static FeedContent single(String name, AdvisoryFixture... advisories) {
        return new Content(
                name,
                null,
                List.of(advisories).stream().map(AdvisoryFixture::build).toList(),
                null,
                false);
    }

    /** A feed that says of when it is. */
    public static FeedContent feedAsOf(String name, Instant asOf, AdvisoryFixture... advisories) {
        return new Content(
                name,
                asOf,
                List.of(advisories).stream().map(AdvisoryFixture::build).toList(),
                null,
                true);
    }

    /** A feed of signals. */
    public static FeedContent signals(String name, ExploitSignals signals) {
        return new Content(name, null, List.of(), signals, false);
    }

    /** A feed of signals that says of when it is. */
    public static FeedContent signalsAsOf(String name, Instant asOf, ExploitSignals signals) {
        return new Content(name, asOf, List.of(), signals, false);
    }

    private record Content(
            String name,
            @Nullable Instant asOf,
            List<Advisory> advisories,
            @Nullable ExploitSignals signals,
            boolean complete)
            implements FeedContent {

        @Override
        public String source() {
            return name + ".zip";
        }

        @Override
        public Read read(Consumer<Advisory> sink, Instant now) {
            advisories.forEach(sink);
            return new Read(signals == null ? "OSV" : "KEV", null, asOf, signals, List.of(), covered(), 0, List.of());
        }

        private List<String> covered() {
            return complete
                    ? advisories.stream()
                            .flatMap(one -> one.affected().stream())
                            .map(Affected::ecosystem)
                            .distinct()
                            .toList()
                    : List.of();
        }
    }
}
