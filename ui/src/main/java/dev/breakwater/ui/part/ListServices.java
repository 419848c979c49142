package dev.breakwater.ui.part;

import dev.breakwater.central.overview.Exports;
import java.time.Clock;
import org.springframework.stereotype.Component;

/**
 * What every list page needs besides its rows.
 *
 * @param silent which clusters say nothing
 */
@Component
public record ListServices(Clock clock, Exports exports, SilentClusters silent) {}
