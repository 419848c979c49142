package dev.breakwater.central.notification.internal.send;

import dev.breakwater.central.notification.internal.NotificationProperties;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whose certificates are trusted: those of the Java runtime, and those that the operator names. There is no way to trust all. */
@Component
class TlsTrust {

    private final SSLContext context;

    TlsTrust(NotificationProperties properties) {
        String file = properties.trustedCertificates();
        try {
            context = SSLContext.getInstance("TLS");
            context.init(null, file.isBlank() ? null : new TrustManager[] {trust(Path.of(file))}, null);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException(
                    "breakwater.notifications.trusted-certificates is '" + file
                            + "'; allowed: a file of certificates in PEM (" + e.getMessage() + ")",
                    e);
        }
    }

    SSLContext context() {
        return context;
    }

    /** One store of both: the verification of a chain stays that of the JDK. */
    private static X509TrustManager trust(Path file) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int number = 0;
        for (X509Certificate known : managerOf(null).getAcceptedIssuers()) {
            store.setCertificateEntry("runtime-" + number++, known);
        }
        try (InputStream in = Files.newInputStream(file)) {
            Collection<? extends Certificate> named =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (named.isEmpty()) {
                throw new IOException("it has no certificate");
            }
            for (Certificate certificate : named) {
                store.setCertificateEntry("named-" + number++, certificate);
            }
        }
        return managerOf(store);
    }

    private static X509TrustManager managerOf(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager x509) {
                return x509;
            }
        }
        throw new GeneralSecurityException("the runtime has no X.509 trust manager");
    }
}
