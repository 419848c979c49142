package dev.breakwater.central.vulnerabilities;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A VEX document that was brought.
 *
 * @param id as it calls itself
 * @param format {@code OPENVEX}, {@code CYCLONEDX} or {@code CSAF}
 * @param writtenAt {@code null} = it does not say
 * @param source the file's name, empty = it had none
 * @param statements how many it has
 * @param acting for how many products it means something that can be found here: images by digest, packages by package URL
 */
public record VexDocumentRow(
        String id,
        String format,
        String author,
        int version,
        @Nullable Instant writtenAt,
        String source,
        String broughtBy,
        Instant broughtAt,
        int statements,
        int acting) {}
