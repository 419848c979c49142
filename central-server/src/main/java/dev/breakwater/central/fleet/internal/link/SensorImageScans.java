package dev.breakwater.central.fleet.internal.link;

import com.google.protobuf.ByteString;
import dev.breakwater.central.fleet.SensorScans;
import dev.breakwater.contracts.v1.CentralMessage;
import dev.breakwater.contracts.v1.Command;
import dev.breakwater.contracts.v1.ImageScan;
import dev.breakwater.contracts.v1.ScanImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;

/** The images that one stream's sensor looks into, with what it told of them so far. For the stream's own thread. */
final class SensorImageScans {

    /** At once, so that one large image does not hold up all others for long. */
    private static final int AT_ONCE = 2;

    private static final int LONGEST = 2_000;

    /** What was told of one order so far. */
    private record Arriving(int attempt, ByteArrayOutputStream contents) {}

    private final LinkIdentity identity;
    private final ObjectProvider<SensorScans> scans;
    private final Outbound outbound;
    private final Map<UUID, Arriving> arriving = new HashMap<>();

    SensorImageScans(LinkIdentity identity, ObjectProvider<SensorScans> scans, Outbound outbound) {
        this.identity = identity;
        this.scans = scans;
        this.outbound = outbound;
    }

    /** Hands out what is to be done, as far as the sensor is free. */
    void order() {
        int free = AT_ONCE - arriving.size();
        if (free <= 0) {
            return;
        }
        scans.ifAvailable(source -> source.orders(identity.clusterId(), free).forEach(order -> {
            arriving.put(order.job(), new Arriving(order.attempt(), new ByteArrayOutputStream()));
            outbound.send(CentralMessage.newBuilder()
                    .setCommand(Command.newBuilder()
                            .setScanImage(ScanImage.newBuilder()
                                    .setJob(bytes(order.job()))
                                    .setAttempt(order.attempt())
                                    .setReference(order.reference())
                                    .setPlatform(order.platform())))
                    .build());
        }));
    }

    /** @throws ProtocolViolation if it is more than a sensor may send */
    void take(ImageScan said) {
        UUID job = id(said.getJob());
        Arriving known =
                arriving.computeIfAbsent(job, key -> new Arriving(said.getAttempt(), new ByteArrayOutputStream()));
        if (arriving.size() > AT_ONCE * 4) {
            throw new ProtocolViolation("more than " + AT_ONCE * 4 + " images at once");
        }
        SensorScans target = scans.getIfAvailable();
        if (target == null) {
            arriving.remove(job);
            return;
        }
        switch (said.getSaidCase()) {
            case PROGRESS ->
                target.progressed(
                        identity.clusterId(),
                        job,
                        said.getAttempt(),
                        said.getProgress().getLayersDone(),
                        said.getProgress().getLayers(),
                        said.getProgress().getBytes());
            case CONTENTS -> {
                if (known.contents().size() + said.getContents().size() > SensorScans.MOST_BYTES) {
                    throw new ProtocolViolation(
                            "the contents of an image have more than " + SensorScans.MOST_BYTES + " bytes");
                }
                known.contents().writeBytes(said.getContents().toByteArray());
                if (said.getLast()) {
                    arriving.remove(job);
                    target.scanned(
                            identity.clusterId(),
                            identity.cluster(),
                            job,
                            said.getAttempt(),
                            known.contents().toByteArray());
                }
            }
            case SIGNATURES ->
                target.signed(
                        identity.clusterId(),
                        identity.cluster(),
                        job,
                        said.getAttempt(),
                        said.getSignatures().getFound().toByteArray(),
                        shortened(said.getSignatures().getFailure()));
            case FAILURE -> {
                arriving.remove(job);
                target.failed(
                        identity.clusterId(),
                        job,
                        said.getAttempt(),
                        shortened(said.getFailure().getReason()),
                        shortened(said.getFailure().getDetail()));
            }
            case SAID_NOT_SET -> arriving.remove(job);
        }
        if (said.getLast()) {
            order();
        }
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    private static ByteString bytes(UUID id) {
        return ByteString.copyFrom(ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .flip());
    }

    private static UUID id(ByteString bytes) {
        if (bytes.size() != 16) {
            throw new ProtocolViolation("the id of a scan has " + bytes.size() + " bytes; allowed: 16");
        }
        ByteBuffer buffer = bytes.asReadOnlyByteBuffer();
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
