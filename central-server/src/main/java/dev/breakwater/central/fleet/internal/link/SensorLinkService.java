package dev.breakwater.central.fleet.internal.link;

import dev.breakwater.central.fleet.internal.enrolment.EnrolmentRefused;
import dev.breakwater.central.fleet.internal.enrolment.Enrolments;
import dev.breakwater.central.fleet.internal.enrolment.IssuedCertificate;
import dev.breakwater.central.platform.Correlation;
import dev.breakwater.contracts.v1.CentralMessage;
import dev.breakwater.contracts.v1.EnrolRequest;
import dev.breakwater.contracts.v1.EnrolResponse;
import dev.breakwater.contracts.v1.RenewRequest;
import dev.breakwater.contracts.v1.RenewResponse;
import dev.breakwater.contracts.v1.SensorLinkGrpc;
import dev.breakwater.contracts.v1.SensorMessage;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** The calls of the link. Who calls is known from {@link PeerCertificates#IDENTITY}, but for enrolment. */
@Component
class SensorLinkService extends SensorLinkGrpc.SensorLinkImplBase {

    private static final Logger log = LoggerFactory.getLogger(SensorLinkService.class);

    private final Enrolments enrolments;
    private final LinkServices services;

    SensorLinkService(Enrolments enrolments, LinkServices services) {
        this.enrolments = enrolments;
        this.services = services;
    }

    @Override
    public void enrol(EnrolRequest request, StreamObserver<EnrolResponse> responses) {
        answer(responses, () -> {
            IssuedCertificate issued = enrolments.enrol(
                    request.getToken(),
                    request.getCertificateRequest().toByteArray(),
                    request.getCluster(),
                    PeerAddress.ADDRESS.get());
            return EnrolResponse.newBuilder()
                    .setCertificateChain(issued.chain())
                    .setClusterId(issued.clusterId().toString())
                    .setCluster(issued.cluster())
                    .build();
        });
    }

    @Override
    public void renew(RenewRequest request, StreamObserver<RenewResponse> responses) {
        LinkIdentity identity = PeerCertificates.IDENTITY.get();
        answer(
                responses,
                () -> RenewResponse.newBuilder()
                        .setCertificateChain(enrolments
                                .renew(
                                        identity.clusterId(),
                                        identity.cluster(),
                                        request.getCertificateRequest().toByteArray())
                                .chain())
                        .build());
    }

    @Override
    public StreamObserver<SensorMessage> connect(StreamObserver<CentralMessage> responses) {
        ServerCallStreamObserver<CentralMessage> call = (ServerCallStreamObserver<CentralMessage>) responses;
        SensorStream stream = new SensorStream(PeerCertificates.IDENTITY.get(), new Outbound(call), services);
        call.setOnCancelHandler(stream::release);
        call.disableAutoRequest();
        call.request(1);
        return stream;
    }

    private <A> void answer(StreamObserver<A> responses, Supplier<A> work) {
        try (Correlation.Handle ignored = Correlation.use(Correlation.newId())) {
            A answer = work.get();
            responses.onNext(answer);
            responses.onCompleted();
        } catch (EnrolmentRefused e) {
            responses.onError(status(e).withDescription(e.getMessage()).asRuntimeException());
        } catch (DataAccessException | TransactionException e) {
            log.warn("certificate not issued, the database does not answer", e);
            responses.onError(Status.UNAVAILABLE
                    .withDescription("central cannot store now")
                    .asRuntimeException());
        } catch (RuntimeException e) {
            log.error("certificate not issued", e);
            responses.onError(Status.INTERNAL
                    .withDescription("unexpected failure in central")
                    .asRuntimeException());
        }
    }

    private static Status status(EnrolmentRefused refused) {
        return switch (refused.reason()) {
            case TOKEN -> Status.UNAUTHENTICATED;
            case REQUEST -> Status.INVALID_ARGUMENT;
            case TOO_MANY -> Status.RESOURCE_EXHAUSTED;
        };
    }
}
