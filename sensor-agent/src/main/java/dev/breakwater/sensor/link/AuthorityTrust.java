package dev.breakwater.sensor.link;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Trusts servers whose chain leads to central's authority and to no other, with the host name checked. The authority is
 * known by its certificate, or before enrolment by its fingerprint only; then the server has to send the certificate.
 */
final class AuthorityTrust extends X509ExtendedTrustManager {

    private final String fingerprint;

    private AuthorityTrust(String fingerprint) {
        this.fingerprint = fingerprint;
    }

    /** Trust by the fingerprint of a token. */
    static AuthorityTrust pinned(String fingerprint) {
        return new AuthorityTrust(fingerprint);
    }

    /** Trust in an authority whose certificate is at hand. */
    static X509ExtendedTrustManager in(X509Certificate authority) throws CertificateException {
        try {
            KeyStore anchors = KeyStore.getInstance(KeyStore.getDefaultType());
            anchors.load(null, null);
            anchors.setCertificateEntry("authority", authority);
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(anchors);
            for (TrustManager manager : factory.getTrustManagers()) {
                if (manager instanceof X509ExtendedTrustManager trust) {
                    return trust;
                }
            }
            throw new CertificateException("this JDK has no PKIX trust manager");
        } catch (GeneralSecurityException | IOException e) {
            throw e instanceof CertificateException certificate ? certificate : new CertificateException(e);
        }
    }

    private X509ExtendedTrustManager authorityOf(X509Certificate[] chain) throws CertificateException {
        for (X509Certificate certificate : chain) {
            if (hasFingerprint(certificate) && certificate.getBasicConstraints() >= 0) {
                return in(certificate);
            }
        }
        throw new CertificateException(
                "the server does not belong to the central that made the token: its chain holds no authority"
                        + " with the fingerprint " + fingerprint);
    }

    private boolean hasFingerprint(X509Certificate certificate) throws CertificateException {
        try {
            return SensorIdentity.fingerprint(certificate).equals(fingerprint);
        } catch (GeneralSecurityException e) {
            throw new CertificateException(e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        authorityOf(chain).checkServerTrusted(chain, authType, engine);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        authorityOf(chain).checkServerTrusted(chain, authType, socket);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("without a connection no host name can be checked");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("a sensor serves no clients");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw new CertificateException("a sensor serves no clients");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("a sensor serves no clients");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
