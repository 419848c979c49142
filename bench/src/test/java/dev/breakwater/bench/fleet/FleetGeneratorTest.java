package dev.breakwater.bench.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.contracts.FactCodec;
import dev.breakwater.engine.model.ClusterObject;
import dev.breakwater.engine.model.ObjectKey;
import dev.breakwater.engine.model.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FleetGeneratorTest {

    private static List<ClusterObject> fleet(FleetShape shape, long seed) {
        List<ClusterObject> objects = new ArrayList<>();
        new FleetGenerator(shape, seed).tell(objects::add);
        return objects;
    }

    @Test
    void tellsAsManyObjectsAsTheShapeSays() {
        FleetShape shape = FleetShape.large(150);
        assertThat(fleet(shape, 1)).hasSize(shape.objects());
        assertThat(fleet(FleetShape.deploymentsOnly(150), 1)).hasSize(160);
    }

    @Test
    void tellsTheSameForTheSameSeedOnly() {
        FleetShape shape = FleetShape.large(30);
        assertThat(fleet(shape, 1)).isEqualTo(fleet(shape, 1)).isNotEqualTo(fleet(shape, 2));
    }

    @Test
    void givesEachObjectAKeyOfItsOwn() {
        List<ObjectKey> keys =
                fleet(FleetShape.large(150), 1).stream().map(ClusterObject::key).toList();
        assertThat(keys).doesNotHaveDuplicates();
    }

    @Test
    void makesWorkloadsOfAboutThreeKilobytes() {
        double mean = fleet(FleetShape.large(300), 1).stream()
                .filter(object -> object.kind() == ObjectKind.WORKLOAD)
                .mapToInt(object -> FactCodec.encode(object).length)
                .average()
                .orElseThrow();
        assertThat(mean).isBetween(2_500.0, 3_800.0);
    }
}
