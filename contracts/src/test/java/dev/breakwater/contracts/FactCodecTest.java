package dev.breakwater.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Timestamp;
import dev.breakwater.contracts.v1.ClusterObjectState;
import dev.breakwater.contracts.v1.ContainerFacts;
import dev.breakwater.contracts.v1.EnvVarFacts;
import dev.breakwater.contracts.v1.ImageNameFacts;
import dev.breakwater.contracts.v1.LabelSelectorFacts;
import dev.breakwater.contracts.v1.NamespaceFacts;
import dev.breakwater.contracts.v1.ObjectMetaFacts;
import dev.breakwater.contracts.v1.PodFacts;
import dev.breakwater.contracts.v1.PodTemplateFacts;
import dev.breakwater.contracts.v1.RoleFacts;
import dev.breakwater.contracts.v1.ServiceFacts;
import dev.breakwater.contracts.v1.TextFacts;
import dev.breakwater.contracts.v1.WorkloadFacts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;

/** What a reader refuses, and what it says then. */
class FactCodecTest {

    private static final ObjectMetaFacts META =
            ObjectMetaFacts.newBuilder().setNamespace("shop").setName("web").build();

    @Test
    void refusesAnObjectOfAKindThatItDoesNotKnow() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        out.writeMessage(999, NamespaceFacts.newBuilder().setMeta(META).build());
        out.flush();

        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> FactCodec.decode(bytes.toByteArray()))
                .satisfies(e -> assertThat(e.field()).isEqualTo("ClusterObjectState.object"));
    }

    @Test
    void refusesBytesThatAreNoMessage() {
        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> FactCodec.decode(new byte[] {1, 2, 3}))
                .withMessage("ClusterObjectState is 3 unreadable bytes; allowed is a protobuf message")
                .havingCause();
    }

    @Test
    void refusesEnumNumbersThatItDoesNotKnow() {
        assertRefused(ClusterObjectState.newBuilder().setService(service().setTypeValue(17)))
                .withMessage("ServiceFacts.type is number 17; allowed is a type of this version, 1 to 4");
        assertRefused(ClusterObjectState.newBuilder().setService(service())).withMessageContaining("number 0");
        assertRefused(container(wire -> wire.setTypeValue(4))).withMessageStartingWith("ContainerFacts.type");
        assertRefused(container(wire -> wire.addEnv(EnvVarFacts.newBuilder().setSourceValue(7))))
                .withMessageStartingWith("EnvVarFacts.source");
        assertRefused(ClusterObjectState.newBuilder()
                        .setRole(RoleFacts.newBuilder()
                                .setMeta(META)
                                .addAggregation(LabelSelectorFacts.newBuilder()
                                        .addMatchExpressions(LabelSelectorFacts.Requirement.newBuilder()
                                                .setOperatorValue(-1)))))
                .withMessageStartingWith("Requirement.operator is number -1");
    }

    @Test
    void refusesDigestsThatAreNone() {
        assertRefused(container(wire -> wire.setImage(
                        ImageNameFacts.newBuilder().setOriginal("nginx").setDigest("latest"))))
                .withMessageStartingWith("ImageNameFacts.digest is latest");
        assertRefused(ClusterObjectState.newBuilder()
                        .setPod(PodFacts.newBuilder()
                                .setMeta(META)
                                .addContainers(PodFacts.Instance.newBuilder().setRunningDigest("sha256:AB\u0007"))))
                .withMessageStartingWith("Instance.running_digest is sha256:AB?;");
    }

    @Test
    void neverTakesAnAbsentPartForOneThatSetsNothing() {
        assertRefused(container(ContainerFacts.Builder::clearSecurity))
                .withMessage("ContainerFacts.security is absent; allowed is a message");
        assertRefused(container(ContainerFacts.Builder::clearResources)).withMessageContaining("resources is absent");
        assertRefused(container(ContainerFacts.Builder::clearProbes)).withMessageContaining("probes is absent");
        assertRefused(container(ContainerFacts.Builder::clearImage)).withMessageContaining("image is absent");
        assertRefused(container(wire -> wire.addArgs(TextFacts.getDefaultInstance())))
                .withMessageStartingWith("ContainerFacts.args is neither plain nor redacted");
        assertRefused(ClusterObjectState.newBuilder().setNamespace(NamespaceFacts.getDefaultInstance()))
                .withMessageStartingWith("NamespaceFacts.meta is absent");
        assertRefused(ClusterObjectState.newBuilder()
                        .setWorkload(WorkloadFacts.newBuilder().setMeta(META)))
                .withMessageStartingWith("WorkloadFacts.template is absent");
    }

    @Test
    void refusesTimesOutsideOfTheCalendar() {
        assertRefused(namespace(meta -> meta.setCreatedAt(Timestamp.newBuilder().setSeconds(Long.MAX_VALUE))))
                .withMessageStartingWith("ObjectMetaFacts.created_at is 9223372036854775807 s");
        assertRefused(namespace(meta -> meta.setCreatedAt(Timestamp.newBuilder().setNanos(-1))))
                .withMessageContaining("-1 ns");
    }

    @Test
    void refusesNumbersThatAreNone() {
        assertRefused(container(wire -> wire.getResourcesBuilder().setCpuLimit(Double.NaN)))
                .withMessageStartingWith("ResourcesFacts.cpu_limit is NaN");
    }

    @Test
    void refusesHostileSizes() {
        assertRefused(namespace(meta -> meta.setName("n".repeat(WireLimits.NAME_CHARACTERS + 1))))
                .withMessage("ObjectMetaFacts.name is of 4097 characters; allowed is at most 4096");
        assertRefused(namespace(meta -> meta.putAnnotations(
                        "a",
                        TextFacts.newBuilder()
                                .setPlain("x".repeat(WireLimits.TEXT_CHARACTERS + 1))
                                .build())))
                .withMessageStartingWith("ObjectMetaFacts.annotations is of 262145 characters");
        assertRefused(repeated(WireLimits.ENTRIES + 1, wire -> wire.addMountsBuilder()))
                .withMessageStartingWith("ContainerFacts.mounts is of 10001 entries");
        byte[] tooLong = new byte[WireLimits.OBJECT_BYTES + 1];
        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> FactCodec.decode(tooLong))
                .withMessage("ClusterObjectState is of 1000001 bytes; allowed is at most 1000000");
    }

    @Test
    void readsAnObjectAtTheLimits() {
        ClusterObjectState state =
                repeated(WireLimits.ENTRIES, wire -> wire.addMountsBuilder()).build();

        assertThat(FactCodec.toWire(FactCodec.fromWire(state))).isEqualTo(state);
    }

    private static ThrowableAssertAlternative<WireException> assertRefused(ClusterObjectState.Builder state) {
        byte[] bytes = state.build().toByteArray();
        return assertThatExceptionOfType(WireException.class).isThrownBy(() -> FactCodec.decode(bytes));
    }

    private static ServiceFacts.Builder service() {
        return ServiceFacts.newBuilder().setMeta(META);
    }

    private static ClusterObjectState.Builder namespace(UnaryOperator<ObjectMetaFacts.Builder> change) {
        return ClusterObjectState.newBuilder()
                .setNamespace(NamespaceFacts.newBuilder().setMeta(change.apply(META.toBuilder())));
    }

    private static ClusterObjectState.Builder repeated(int times, Consumer<ContainerFacts.Builder> addition) {
        return container(wire -> {
            for (int i = 0; i < times; i++) {
                addition.accept(wire);
            }
        });
    }

    /** A workload with one container that is complete but for the change. */
    private static ClusterObjectState.Builder container(Consumer<ContainerFacts.Builder> change) {
        ContainerFacts.Builder container = ContainerFacts.newBuilder()
                .setType(ContainerFacts.Type.TYPE_REGULAR)
                .setImage(ImageNameFacts.newBuilder().setOriginal("nginx"));
        container.getResourcesBuilder();
        container.getSecurityBuilder();
        container.getProbesBuilder();
        change.accept(container);
        return ClusterObjectState.newBuilder()
                .setWorkload(WorkloadFacts.newBuilder()
                        .setMeta(META)
                        .setTemplate(PodTemplateFacts.newBuilder().addContainers(container)));
    }
}
