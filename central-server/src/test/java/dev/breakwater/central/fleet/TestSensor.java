package dev.breakwater.central.fleet;

import com.google.protobuf.ByteString;
import dev.breakwater.contracts.v1.EnrolRequest;
import dev.breakwater.contracts.v1.EnrolResponse;
import dev.breakwater.contracts.v1.RenewRequest;
import dev.breakwater.contracts.v1.SensorLinkGrpc;
import io.grpc.ManagedChannel;
import io.grpc.TlsChannelCredentials;
import io.grpc.netty.NettyChannelBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** The other end of the link over real TLS, as small as the protocol allows. */
public final class TestSensor implements AutoCloseable {

    static final long DEADLINE_SECONDS = 20;

    private final int port;
    private final String authorityPem;
    private final KeyPair keys;
    private String chain = "";
    private ManagedChannel channel;

    public TestSensor(int port, String authorityPem) {
        this.port = port;
        this.authorityPem = authorityPem;
        this.keys = newKeys();
        this.channel = open();
    }

    /** Gets a certificate and uses it from here on. */
    public EnrolResponse enrol(String cluster, String token) {
        EnrolResponse response = SensorLinkGrpc.newBlockingStub(channel)
                .withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS)
                .enrol(EnrolRequest.newBuilder()
                        .setToken(token)
                        .setCluster(cluster)
                        .setCertificateRequest(ByteString.copyFrom(request(keys)))
                        .build());
        useCertificate(response.getCertificateChain());
        return response;
    }

    String renew() {
        return SensorLinkGrpc.newBlockingStub(channel)
                .withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS)
                .renew(RenewRequest.newBuilder()
                        .setCertificateRequest(ByteString.copyFrom(request(keys)))
                        .build())
                .getCertificateChain();
    }

    void useCertificate(String pem) {
        chain = pem;
        channel.shutdownNow();
        channel = open();
    }

    public TestStream connect() {
        return new TestStream(SensorLinkGrpc.newStub(channel));
    }

    /** As if the machine had lost its network. */
    public void cut() {
        channel.shutdownNow();
    }

    public void restoreNetwork() {
        channel = open();
    }

    String renewableChain() {
        return chain;
    }

    KeyPair keys() {
        return keys;
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }

    private ManagedChannel open() {
        try {
            TlsChannelCredentials.Builder credentials =
                    TlsChannelCredentials.newBuilder().trustManager(stream(authorityPem));
            if (!chain.isEmpty()) {
                credentials.keyManager(stream(chain), stream(pem(keys)));
            }
            return NettyChannelBuilder.forAddress("localhost", port, credentials.build())
                    .build();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] request(KeyPair keys) {
        try {
            return new JcaPKCS10CertificationRequestBuilder(new X500Principal("CN=whatever it says"), keys.getPublic())
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()))
                    .getEncoded();
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(KeyPair keys) {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(keys.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }
}
