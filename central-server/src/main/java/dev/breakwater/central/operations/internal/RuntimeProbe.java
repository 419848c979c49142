package dev.breakwater.central.operations.internal;

import dev.breakwater.central.operations.HealthReading;
import dev.breakwater.central.operations.HealthReading.Words;
import dev.breakwater.central.operations.Sizes;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Instant;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The memory that central has left after a collection, and the disk that it writes to. */
@Component
@Order(4)
class RuntimeProbe implements HealthProbe {

    private static final double HUNDRED = 100;

    @Override
    public String name() {
        return "memory.used";
    }

    @Override
    public String title() {
        return "Memory of central";
    }

    @Override
    public List<HealthReading> read(Instant now) {
        long live = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
                .map(MemoryPoolMXBean::getCollectionUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
        long most = Runtime.getRuntime().maxMemory();
        File folder = new File(System.getProperty("java.io.tmpdir"));
        double disk = folder.getTotalSpace() == 0
                ? Double.NaN
                : HUNDRED * (1 - (double) folder.getUsableSpace() / folder.getTotalSpace());
        return List.of(
                HealthReading.atMost(
                        name(),
                        title(),
                        HUNDRED * live / most,
                        75,
                        90,
                        new Words(
                                Sizes.shown(live) + " of " + Sizes.shown(most) + " in use after a collection",
                                "tight from 75 % on",
                                "Give central more memory (-XX:MaxRAMPercentage, or the container's limit).")),
                Double.isNaN(disk)
                        ? HealthReading.unknown("disk.used", "Disk of central", "could not be read", "")
                        : HealthReading.atMost(
                                "disk.used",
                                "Disk of central",
                                disk,
                                85,
                                95,
                                new Words(
                                        Sizes.shown(folder.getUsableSpace()) + " free",
                                        "low when 85 % are used",
                                        "Central writes only temporary files; make room in its temporary folder.")));
    }
}
