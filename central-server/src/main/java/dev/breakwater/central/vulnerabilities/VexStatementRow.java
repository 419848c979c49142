package dev.breakwater.central.vulnerabilities;

import dev.breakwater.engine.vulnerability.vex.VexStatus;
import java.time.Instant;
import java.util.List;

/**
 * What a VEX document says of a vulnerability in a product. Its texts come from outside, to be shown as text only.
 *
 * @param document its id
 * @param vulnerabilities the names that it gives the vulnerability
 * @param justification why it is not affected, empty = not said
 * @param impact the same in words
 * @param action what whoever is affected should do
 * @param product what it speaks of
 * @param subcomponent the package within it, empty = all of it
 * @param since when it was said
 * @param acts {@code false} = it means nothing that can be found here, such as an image by its tag
 */
public record VexStatementRow(
        String document,
        String author,
        List<String> vulnerabilities,
        VexStatus status,
        String justification,
        String impact,
        String action,
        String product,
        String subcomponent,
        Instant since,
        String broughtBy,
        Instant broughtAt,
        boolean acts) {}
