package dev.breakwater.ui.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A task on many rows: block after block, counted, and taken back as a whole. */
class BulkRunTest {

    private static final Noun ROWS = new Noun("row", "rows");

    private final TreeSet<UUID> off = new TreeSet<>();
    private final List<Integer> blocks = new ArrayList<>();

    @Test
    void goesThroughTheRowsInBlocks() {
        BulkRun run = new BulkRun(task(true), ids(25), " why ");
        run.step();
        assertThat(run.isFinished()).isFalse();
        assertThat(run.progress()).isEqualTo(0.4);
        assertThat(run.words(ROWS)).isEqualTo("10 rows changed, 15 left alone.");

        run.step();
        run.step();

        assertThat(run.isFinished()).isTrue();
        assertThat(blocks).containsExactly(10, 10, 5);
        assertThat(off).hasSize(25);
    }

    @Test
    void takesBackAllBlocksAndOnlyWhatItChanged() {
        List<UUID> ids = ids(25);
        off.add(ids.getFirst());
        BulkRun run = new BulkRun(task(true), ids, "");
        while (!run.isFinished()) {
            run.step();
        }
        assertThat(run.words(ROWS)).isEqualTo("24 rows changed, 1 already so.");

        run.undo().orElseThrow().run();

        assertThat(off).containsExactly(ids.getFirst());
    }

    @Test
    void offersNoUndoThatWouldTakeBackHalf() {
        BulkRun run = new BulkRun(task(false), ids(3), "");
        run.step();

        assertThat(run.undo()).isEmpty();
    }

    private BulkTask task(boolean undoable) {
        return new BulkTask() {
            @Override
            public String question() {
                return "?";
            }

            @Override
            public List<String> preview() {
                return List.of();
            }

            @Override
            public String confirm() {
                return "Go";
            }

            @Override
            public int block() {
                return 10;
            }

            @Override
            public BulkOutcome apply(List<UUID> block, String reason) {
                blocks.add(block.size());
                List<UUID> changed = block.stream().filter(off::add).toList();
                return new BulkOutcome(
                        changed.size(),
                        block.size() - changed.size(),
                        List.of(),
                        undoable ? Optional.of(() -> off.removeAll(changed)) : Optional.empty());
            }
        };
    }

    private static List<UUID> ids(int count) {
        return IntStream.range(0, count).mapToObj(i -> new UUID(0, i)).toList();
    }
}
