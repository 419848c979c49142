package dev.breakwater.engine.kubernetes;

import dev.breakwater.engine.model.Secret;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Finds X.509 certificates in PEM form. */
final class Certificates {

    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final String END = "-----END CERTIFICATE-----";

    /** A bundle of public authorities has some 150; more are not told one by one. */
    private static final int MOST = 256;

    private Certificates() {}

    static List<Secret.Certificate> in(String key, String pem) {
        List<Secret.Certificate> found = new ArrayList<>();
        int from = 0;
        while (found.size() < MOST) {
            int begin = pem.indexOf(BEGIN, from);
            int end = begin < 0 ? -1 : pem.indexOf(END, begin);
            if (end < 0) {
                break;
            }
            read(key, pem.substring(begin + BEGIN.length(), end), found);
            from = end + END.length();
        }
        return found;
    }

    private static void read(String key, String body, List<Secret.Certificate> found) {
        try {
            byte[] der = Base64.getMimeDecoder().decode(body);
            X509Certificate certificate = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
            found.add(new Secret.Certificate(
                    key,
                    Tree.clean(certificate.getSubjectX500Principal().getName()),
                    Tree.clean(certificate.getIssuerX500Principal().getName()),
                    certificate.getNotBefore().toInstant(),
                    certificate.getNotAfter().toInstant()));
        } catch (CertificateException | IllegalArgumentException e) {
            // Not a certificate after all: there is nothing to tell of it.
            return;
        }
    }
}
