package dev.breakwater.sensor.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.netty.handler.ssl.NotSslRecordException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class ReasonsTest {

    private static final String PIPELINE =
            "io exception\nChannel Pipeline: [SslHandler#0, ProtocolNegotiators$ClientTlsHandler#0]";

    @Test
    void saysThatAPortWithoutTlsIsNotTheLinkPort() {
        Exception cause = new NotSslRecordException("not an SSL/TLS record: 485454502f312e31203430302042616420526571");

        assertThat(of(PIPELINE, cause)).isEqualTo("this is not the link port: it does not speak TLS");
    }

    @Test
    void namesAHostThatIsNotKnown() {
        Exception cause = new RuntimeException(new UnknownHostException("central.nowhere: Name or service not known"));

        assertThat(of("Unable to resolve host central.nowhere", cause))
                .isEqualTo("the host name is not known: central.nowhere: Name or service not known");
    }

    @Test
    void putsAnUntrustedCertificateBeforeWhatLiesAroundIt() {
        Exception cause = new SSLHandshakeException("General OpenSslEngine problem");
        cause.initCause(new CertificateException("the server does not belong to the central that made the token"));

        assertThat(of(PIPELINE, cause)).isEqualTo("the server does not belong to the central that made the token");
    }

    @Test
    void staysInOneLine() {
        assertThat(of(PIPELINE, new java.io.IOException("Broken pipe\n\tat here")))
                .isEqualTo("io exception (Broken pipe)");
        assertThat(of("\nChannel Pipeline: [X]", new java.io.IOException("reset")))
                .isEqualTo("UNAVAILABLE (reset)");
        assertThat(Reasons.of(Status.UNAUTHENTICATED.asRuntimeException())).isEqualTo("UNAUTHENTICATED");
    }

    @Test
    void findsTheDefectThatNoOtherTryMends() {
        Error defect = new NoClassDefFoundError("io/grpc/Grpc");

        assertThat(Reasons.defect(Status.INTERNAL
                        .withDescription("Panic! This is a bug!")
                        .withCause(new RuntimeException(defect))
                        .asRuntimeException()))
                .isSameAs(defect);
        assertThat(Reasons.defect(Status.UNAVAILABLE
                        .withCause(new java.io.IOException("reset"))
                        .asRuntimeException()))
                .isNull();
    }

    private static String of(String description, Throwable cause) {
        return Reasons.of(
                Status.UNAVAILABLE.withDescription(description).withCause(cause).asRuntimeException());
    }
}
