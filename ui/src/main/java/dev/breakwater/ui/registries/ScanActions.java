package dev.breakwater.ui.registries;

import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.breakwater.central.images.Scan;
import dev.breakwater.central.images.Scans;
import dev.breakwater.central.platform.Conflict;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.ui.part.BulkAction;
import dev.breakwater.ui.part.BulkOutcome;
import dev.breakwater.ui.part.BulkTask;
import dev.breakwater.ui.part.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** What can be done about looking inside images. */
@Component
@ConditionalOnProperty(name = "breakwater.console.enabled", matchIfMissing = true)
public final class ScanActions {

    private final Scans scans;
    private final Readers readers;
    private final AuthenticationContext person;

    ScanActions(Scans scans, Readers readers, AuthenticationContext person) {
        this.scans = scans;
        this.readers = readers;
        this.person = person;
    }

    /** Why the present reader may not, empty = they may. */
    public Optional<String> refusal() {
        return person.hasRole("ADMIN")
                ? Optional.empty()
                : Optional.of("Only administrators have images looked into. Ask one of them.");
    }

    /** Has images looked into again; whatever is known of them stays until then. */
    public void again(List<String> images) {
        scans.request(images);
    }

    /** The same as an action on many rows. */
    public BulkAction scan(String name, Function<UUID, String> image) {
        return new Each(
                name, "eye", "They are queued; what is known of them stays until they were looked into.", id -> {
                    scans.request(List.of(image.apply(id)));
                    return Optional.empty();
                });
    }

    /** Has the image of a job looked into again. */
    BulkAction retry() {
        return scan("Scan again", id -> {
            Scan scan = scans.get(id, readers.scope());
            return scan.digest() == null ? scan.image() : scan.digest();
        });
    }

    /** Takes jobs back that wait or run. */
    BulkAction cancel() {
        return new Each("Cancel", "close", "What waits or runs ends; what is over stays as it is.", id -> {
            try {
                scans.cancel(id);
                return Optional.empty();
            } catch (Conflict e) {
                return Optional.ofNullable(e.getMessage());
            }
        });
    }

    /** Something that is done to one after the other. */
    private final class Each implements BulkAction {

        private final String name;
        private final String icon;
        private final String effect;
        private final Function<UUID, Optional<String>> one;

        /** @param one does it, and says why not */
        Each(String name, String icon, String effect, Function<UUID, Optional<String>> one) {
            this.name = name;
            this.icon = icon;
            this.effect = effect;
            this.one = one;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String icon() {
            return icon;
        }

        @Override
        public Optional<String> refusal() {
            return ScanActions.this.refusal();
        }

        @Override
        public BulkTask prepare(List<UUID> ids) {
            return new BulkTask() {

                @Override
                public String question() {
                    return name + " " + Counted.number(ids.size()) + "?";
                }

                @Override
                public List<String> preview() {
                    return List.of(effect);
                }

                @Override
                public Reason reason() {
                    return Reason.NOT_ASKED;
                }

                @Override
                public String confirm() {
                    return name + " " + Counted.number(ids.size());
                }

                @Override
                public BulkOutcome apply(List<UUID> block, String reason) {
                    List<String> failures = new ArrayList<>();
                    for (UUID id : block) {
                        one.apply(id).ifPresent(failures::add);
                    }
                    return new BulkOutcome(block.size() - failures.size(), 0, failures, Optional.empty());
                }
            };
        }
    }
}
