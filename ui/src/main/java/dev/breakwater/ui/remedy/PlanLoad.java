package dev.breakwater.ui.remedy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import dev.breakwater.central.remedy.FixPlans.Plan;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works a plan out beside the page, since that can take a while; only the last one that was asked for is shown. */
final class PlanLoad {

    private static final Logger LOG = LoggerFactory.getLogger(PlanLoad.class);

    private final Component page;
    private final AtomicInteger asked = new AtomicInteger();

    PlanLoad(Component page) {
        this.page = page;
    }

    /**
     * Asks for a plan.
     *
     * @param shown takes it, within the page's lock
     * @param failed takes why there is none, likewise
     */
    void start(UI ui, Supplier<Plan> plan, Consumer<Plan> shown, Consumer<RuntimeException> failed) {
        int mine = asked.incrementAndGet();
        Thread.ofVirtual().name("fix-plan").start(() -> {
            try {
                Plan found = plan.get();
                tell(ui, mine, () -> shown.accept(found));
            } catch (RuntimeException e) {
                tell(ui, mine, () -> failed.accept(e));
            }
        });
    }

    private void tell(UI ui, int mine, Runnable show) {
        try {
            ui.access(() -> {
                if (mine == asked.get() && page.isAttached()) {
                    show.run();
                }
            });
        } catch (UIDetachedException e) {
            LOG.debug("nobody waits for the plan any more");
        }
    }
}
