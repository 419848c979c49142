package dev.breakwater.central.images.internal.watch;

import dev.breakwater.central.audit.ActorSource;
import dev.breakwater.central.images.ImageWatches.Draft;
import dev.breakwater.central.system.Carried;
import java.time.Clock;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Watched repositories in an export. */
@Component
@Order(121)
class CarriedWatches implements Carried<WatchTable.Kept> {

    private final WatchTable table;
    private final ActorSource actors;
    private final Clock clock;

    CarriedWatches(WatchTable table, ActorSource actors, Clock clock) {
        this.table = table;
        this.actors = actors;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "imageWatches";
    }

    @Override
    public String what() {
        return "watched repositories";
    }

    @Override
    public Class<WatchTable.Kept> item() {
        return WatchTable.Kept.class;
    }

    @Override
    public String key(WatchTable.Kept item) {
        return item.registry() + "/" + item.repository();
    }

    @Override
    public List<WatchTable.Kept> read(boolean secrets) {
        return table.kept();
    }

    @Override
    public boolean same(WatchTable.Kept here, WatchTable.Kept wanted) {
        return here.tags().equals(wanted.tags()) && here.note().equals(wanted.note());
    }

    @Override
    public void check(WatchTable.Kept item) {
        StoredWatches.check(new Draft(item.registry() + "/" + item.repository(), item.tags(), item.note()));
    }

    @Override
    public void write(List<WatchTable.Kept> items) {
        String actor = actors.current().name();
        items.forEach(item -> table.insert(item, clock.instant(), actor));
    }
}
