package dev.breakwater.central.profile.web;

import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.profile.MyPreferences;
import dev.breakwater.central.profile.Preferences;
import dev.breakwater.central.profile.SavedView;
import dev.breakwater.central.profile.SavedViews;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What belongs to who asks. */
@RestController
@RequestMapping("/api/v1/me")
@Tag(name = "Profile")
class ProfileController {

    /** Preferences as they are sent; what is missing is as by default. */
    record PreferencesBody(
            Preferences.@Nullable Theme theme,
            Preferences.@Nullable Density density,
            @Nullable Boolean singleKeys,
            @Nullable Map<String, List<String>> columns) {}

    /**
     * A view as it is sent.
     *
     * @param list name of the list's collection; only used when a view is made
     */
    record ViewBody(
            @Nullable String list,
            @Nullable String name,
            @Nullable Boolean shared,
            @Nullable String q,
            @Nullable String sort,
            @Nullable List<String> columns,
            @Nullable String scope) {

        SavedView.Shown shown() {
            return new SavedView.Shown(text(q), text(sort), columns == null ? List.of() : columns, text(scope));
        }

        boolean isShared() {
            return Boolean.TRUE.equals(shared);
        }

        String checkedName() {
            if (name == null) {
                throw new InvalidRequest("name", "", "the name of the view");
            }
            return name;
        }

        private static String text(@Nullable String value) {
            return value == null ? "" : value;
        }
    }

    /** Views of one list. */
    record Views(List<SavedView> items) {}

    private final MyPreferences preferences;
    private final SavedViews views;

    ProfileController(MyPreferences preferences, SavedViews views) {
        this.preferences = preferences;
        this.views = views;
    }

    @GetMapping("/preferences")
    @Operation(summary = "How who asks likes the console")
    Preferences preferences() {
        return preferences.get();
    }

    @PutMapping("/preferences")
    @Operation(summary = "Replaces the preferences of who asks")
    Preferences change(@RequestBody PreferencesBody body) {
        Preferences usual = Preferences.DEFAULT;
        return preferences.change(new Preferences(
                body.theme() == null ? usual.theme() : body.theme(),
                body.density() == null ? usual.density() : body.density(),
                body.singleKeys() == null ? usual.singleKeys() : body.singleKeys(),
                body.columns() == null ? usual.columns() : body.columns()));
    }

    @GetMapping("/views")
    @Operation(summary = "The saved views of a list: one's own, then those that others share; at most 500")
    Views views(
            @RequestParam @Parameter(description = "Name of the list's collection", example = "violations")
                    String list) {
        return new Views(views.list(list));
    }

    @PostMapping("/views")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Saves a view of a list")
    SavedView save(@RequestBody ViewBody body) {
        return views.save(body.list() == null ? "" : body.list(), body.checkedName(), body.isShared(), body.shown());
    }

    @PutMapping("/views/{id}")
    @Operation(summary = "Changes a view: its owner, or an administrator a shared one")
    SavedView change(@PathVariable UUID id, @RequestBody ViewBody body) {
        return views.change(id, body.checkedName(), body.isShared(), body.shown());
    }

    @DeleteMapping("/views/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Deletes a view: its owner, or an administrator a shared one")
    void delete(@PathVariable UUID id) {
        views.delete(id);
    }
}
