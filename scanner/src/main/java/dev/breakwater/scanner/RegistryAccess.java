package dev.breakwater.scanner;

import java.util.List;

/**
 * How a registry is reached.
 *
 * @param host host and port, as in the names of images; {@code docker.io} for Docker Hub
 * @param user empty = without a name
 * @param password the password, or with an empty user nothing
 * @param token an identity token (OAuth refresh token) as pull secrets may carry, empty = none
 * @param caPem certificates to trust besides those of the Java runtime, PEM, empty = none
 * @param plainHttp whether plain {@code http} may be tried when {@code https} is not spoken; what came that way is flagged
 * @param mirrors asked first, in this order, each by its own access; the host itself is asked last
 */
public record RegistryAccess(
        String host,
        String user,
        String password,
        String token,
        String caPem,
        boolean plainHttp,
        List<RegistryAccess> mirrors) {

    public RegistryAccess {
        mirrors = List.copyOf(mirrors);
    }

    /** Without a name, by https, trusting what Java trusts. */
    public static RegistryAccess anonymous(String host) {
        return new RegistryAccess(host, "", "", "", "", false, List.of());
    }

    /** The same with a name and a password. */
    public RegistryAccess as(String newUser, String newPassword) {
        return new RegistryAccess(host, newUser, newPassword, token, caPem, plainHttp, mirrors);
    }

    /** The same with certificates to trust. */
    public RegistryAccess trusting(String pem) {
        return new RegistryAccess(host, user, password, token, pem, plainHttp, mirrors);
    }

    /** The same, by plain http where https is not spoken. */
    public RegistryAccess allowingPlainHttp() {
        return new RegistryAccess(host, user, password, token, caPem, true, mirrors);
    }

    /** The same with mirrors that are asked first. */
    public RegistryAccess mirroredBy(List<RegistryAccess> others) {
        return new RegistryAccess(host, user, password, token, caPem, plainHttp, others);
    }

    /** Never shows what is secret. */
    @Override
    public String toString() {
        return "RegistryAccess[" + host + (user.isEmpty() ? "" : ", as " + user) + (plainHttp ? ", http allowed" : "")
                + (mirrors.isEmpty() ? "" : ", mirrors " + mirrors) + "]";
    }
}
