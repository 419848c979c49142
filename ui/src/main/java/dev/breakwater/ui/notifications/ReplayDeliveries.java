package dev.breakwater.ui.notifications;

import dev.breakwater.central.notification.Deliveries;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.ui.part.BulkAction;
import dev.breakwater.ui.part.BulkOutcome;
import dev.breakwater.ui.part.BulkTask;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.Noun;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Sends messages again. */
final class ReplayDeliveries implements BulkAction {

    private static final Noun MESSAGES = new Noun("message", "messages");

    private final Deliveries deliveries;
    private final Supplier<AccessScope> reader;

    ReplayDeliveries(Deliveries deliveries, Supplier<AccessScope> reader) {
        this.deliveries = deliveries;
        this.reader = reader;
    }

    @Override
    public String name() {
        return "Send again";
    }

    @Override
    public String icon() {
        return "arrow";
    }

    @Override
    public BulkTask prepare(List<UUID> ids) {
        return new BulkTask() {
            @Override
            public String question() {
                return "Send " + MESSAGES.of(ids.size()) + " again?";
            }

            @Override
            public List<String> preview() {
                return List.of(
                        "Each goes out under the id that it had, so that a receiver can tell one that it has already.",
                        "Those that are being sent, and those whose target is gone, stay as they are.");
            }

            @Override
            public Reason reason() {
                return Reason.NOT_ASKED;
            }

            @Override
            public String confirm() {
                return "Send " + Counted.number(ids.size()) + " again";
            }

            @Override
            public BulkOutcome apply(List<UUID> block, String reason) {
                int replayed = deliveries.replay(block, reader.get());
                return new BulkOutcome(replayed, block.size() - replayed, List.of(), Optional.empty());
            }
        };
    }
}
