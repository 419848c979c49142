package dev.breakwater.sensor.node;

import dev.breakwater.engine.machine.MachineEvidence;
import dev.breakwater.scanner.MachineCodec;
import java.io.IOException;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at a machine again and again, and brings what it finds to central. */
public final class NodeAgent {

    private static final Logger LOG = LoggerFactory.getLogger("dev.breakwater.sensor.node.NodeAgent");
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);
    private static final Duration SPREAD = Duration.ofMinutes(2);

    /** Waits; for tests that do not. */
    public interface Pause {

        void of(Duration time) throws InterruptedException;
    }

    private final MachineLook look;
    private final CentralApi central;
    private final String name;
    private final Duration interval;
    private final RandomGenerator random;
    private final Pause pause;

    /**
     * @param name of the node in its cluster
     * @param interval between two looks; up to a tenth more or less, so that nodes do not come all at once
     */
    public NodeAgent(
            MachineLook look, CentralApi central, String name, Duration interval, RandomGenerator random, Pause pause) {
        this.look = look;
        this.central = central;
        this.name = name;
        this.interval = interval;
        this.random = random;
        this.pause = pause;
    }

    /** Runs until it is interrupted. */
    public void run() throws InterruptedException {
        Duration most = interval.compareTo(SPREAD) < 0 ? interval : SPREAD;
        pause.of(Duration.ofMillis(random.nextLong(most.toMillis() / 2 + 1)));
        while (true) {
            once();
            long tenth = interval.toMillis() / 10;
            pause.of(interval.plusMillis(random.nextLong(2 * tenth + 1) - tenth));
        }
    }

    /** Looks, and tries to bring it until it is taken, refused, or time for the next look. */
    void once() throws InterruptedException {
        MachineEvidence evidence = look.look(name);
        byte[] json = MachineCodec.write(evidence);
        long left = interval.toMillis();
        long bound = FIRST_PAUSE.toMillis();
        while (true) {
            try {
                central.send(json, name);
                LOG.info(
                        "evidence taken node={} bytes={} unread={}",
                        name,
                        json.length,
                        evidence.unread().size());
                return;
            } catch (CentralApi.Refused e) {
                LOG.warn("evidence refused node={} reason={}", name, e.getMessage());
                if (!e.soon()) {
                    return;
                }
            } catch (IOException e) {
                LOG.warn("evidence not brought node={} reason={}", name, e.toString());
            }
            long wait = random.nextLong(bound / 2, bound + 1);
            left -= wait;
            if (left <= 0) {
                return;
            }
            pause.of(Duration.ofMillis(wait));
            bound = Math.min(LONGEST_PAUSE.toMillis(), bound * 2);
        }
    }
}
