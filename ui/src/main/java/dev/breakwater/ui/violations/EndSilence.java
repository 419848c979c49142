package dev.breakwater.ui.violations;

import dev.breakwater.ui.part.BulkAction;
import dev.breakwater.ui.part.BulkOutcome;
import dev.breakwater.ui.part.BulkTask;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.Noun;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/** Ends exclusions or acceptances before their time, after showing what opens again. */
final class EndSilence implements BulkAction {

    private final String name;
    private final Noun noun;
    private final ViolationDesk desk;
    private final Function<List<UUID>, Map<UUID, Integer>> silent;
    private final Consumer<UUID> end;

    /**
     * @param silent how many violations each of some keeps silent
     * @param end ends one
     */
    EndSilence(
            String name,
            Noun noun,
            ViolationDesk desk,
            Function<List<UUID>, Map<UUID, Integer>> silent,
            Consumer<UUID> end) {
        this.name = name;
        this.noun = noun;
        this.desk = desk;
        this.silent = silent;
        this.end = end;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String icon() {
        return "reopen";
    }

    @Override
    public Optional<String> refusal() {
        return desk.refusal();
    }

    @Override
    public BulkTask prepare(List<UUID> ids) {
        int violations =
                silent.apply(ids).values().stream().mapToInt(Integer::intValue).sum();
        return new BulkTask() {

            @Override
            public String question() {
                return name + " " + noun.of(ids.size()) + "?";
            }

            @Override
            public List<String> preview() {
                return List.of(
                        Counted.of(violations, "violation opens", "violations open") + " again.",
                        "It stays in the list, with who ended it and when.");
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
                block.forEach(end);
                return new BulkOutcome(block.size(), 0, List.of(), Optional.empty());
            }
        };
    }
}
