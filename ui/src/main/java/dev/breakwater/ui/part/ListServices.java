package dev.breakwater.ui.part;

import dev.breakwater.central.overview.Exports;
import dev.breakwater.central.profile.MyPreferences;
import dev.breakwater.central.profile.SavedViews;
import java.time.Clock;
import org.springframework.stereotype.Component;

/**
 * What every list page needs besides its rows.
 *
 * @param silent which clusters say nothing
 * @param live tells of changes
 */
@Component
public record ListServices(
        Clock clock,
        Exports exports,
        SilentClusters silent,
        LiveUpdates live,
        MyPreferences preferences,
        SavedViews views) {}
