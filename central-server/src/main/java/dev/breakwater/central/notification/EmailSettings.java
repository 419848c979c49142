package dev.breakwater.central.notification;

import java.util.List;

/**
 * How mail is sent; the password is kept apart.
 *
 * @param host of the mail server, a name or an address
 * @param port 1 to 65535, usually 587 with STARTTLS, 465 with IMPLICIT
 * @param username empty = the server asks for none
 * @param from address of the sender
 * @param to addresses of the receivers, 1 to 50
 */
public record EmailSettings(String host, int port, Tls tls, String username, String from, List<String> to) {

    /** How the connection is encrypted; the certificate of the server is always verified. */
    public enum Tls {
        /** It begins in the clear and must turn to TLS before anything is said. */
        STARTTLS,
        /** It is TLS from the first byte. */
        IMPLICIT,
        /** Not at all; only without a password. */
        NONE
    }

    public EmailSettings {
        to = List.copyOf(to);
    }

    /** The same with other receivers. */
    public EmailSettings withTo(List<String> receivers) {
        return new EmailSettings(host, port, tls, username, from, receivers);
    }
}
