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

    /**
     * How often it does something, up to a tenth more or less, so that nodes do not come all at once.
     *
     * @param interval between two looks
     * @param ask between two questions to central whether a look is wanted before; zero = it is not asked
     */
    public record Rhythm(Duration interval, Duration ask) {}

    private final MachineLook look;
    private final CentralApi central;
    private final String name;
    private final Rhythm rhythm;
    private final RandomGenerator random;
    private final Pause pause;

    /**
     * @param name of the node in its cluster
     */
    public NodeAgent(
            MachineLook look, CentralApi central, String name, Rhythm rhythm, RandomGenerator random, Pause pause) {
        this.look = look;
        this.central = central;
        this.name = name;
        this.rhythm = rhythm;
        this.random = random;
        this.pause = pause;
    }

    /** Runs until it is interrupted. */
    public void run() throws InterruptedException {
        Duration most = rhythm.interval().compareTo(SPREAD) < 0 ? rhythm.interval() : SPREAD;
        pause.of(Duration.ofMillis(random.nextLong(most.toMillis() / 2 + 1)));
        while (true) {
            once();
            awaitNext();
        }
    }

    /** Until the next look is due, or somebody wants one. */
    private void awaitNext() throws InterruptedException {
        Duration left = moreOrLess(rhythm.interval());
        while (!rhythm.ask().isZero() && left.compareTo(rhythm.ask()) > 0) {
            Duration slice = moreOrLess(rhythm.ask());
            pause.of(slice);
            left = left.minus(slice);
            if (isWanted()) {
                return;
            }
        }
        if (left.isPositive()) {
            pause.of(left);
        }
    }

    private boolean isWanted() throws InterruptedException {
        try {
            boolean wanted = central.wantsLook(name);
            if (wanted) {
                LOG.info("central wants a look node={}", name);
            }
            return wanted;
        } catch (IOException e) {
            LOG.debug("central not asked node={} reason={}", name, e.getMessage());
            return false;
        }
    }

    private Duration moreOrLess(Duration time) {
        long tenth = time.toMillis() / 10;
        return time.plusMillis(random.nextLong(2 * tenth + 1) - tenth);
    }

    /** Looks, and tries to bring it until it is taken, refused, or time for the next look. */
    void once() throws InterruptedException {
        MachineEvidence evidence = look.look(name);
        byte[] json = MachineCodec.write(evidence);
        long left = rhythm.interval().toMillis();
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
