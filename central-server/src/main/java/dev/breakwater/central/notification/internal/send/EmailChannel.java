package dev.breakwater.central.notification.internal.send;

import dev.breakwater.central.notification.EmailSettings;
import dev.breakwater.central.notification.EmailSettings.Tls;
import dev.breakwater.central.notification.NotifierKind;
import dev.breakwater.central.notification.Parcel;
import dev.breakwater.central.notification.internal.NotificationProperties;
import dev.breakwater.central.notification.internal.outbox.Message;
import dev.breakwater.central.notification.internal.target.Target;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends mail as text and simple HTML. The same message has the same {@code Message-ID} with each try, so that mail programs show
 * one that came twice once.
 */
@Component
class EmailChannel implements Channel {

    private static final Duration FOR_FILES = Duration.ofMinutes(2);
    private static final String PREFIX = "[Breakwater] ";

    private final AddressGuard guard;
    private final TlsTrust trust;
    private final NotificationProperties properties;

    EmailChannel(AddressGuard guard, TlsTrust trust, NotificationProperties properties) {
        this.guard = guard;
        this.trust = trust;
        this.properties = properties;
    }

    @Override
    public NotifierKind kind() {
        return NotifierKind.EMAIL;
    }

    /** Fills a mail in; called once the session is there. */
    private interface Writing {
        MimeMessage mail(Session session) throws MessagingException;
    }

    @Override
    public String send(Target target, Outgoing outgoing) throws DeliveryFailed {
        EmailSettings settings = Objects.requireNonNull(target.email());
        return send(target, settings, session -> mail(session, settings, outgoing), properties.timeout());
    }

    @Override
    public String bring(Target target, Parcel parcel, Instant at) throws DeliveryFailed {
        EmailSettings own = Objects.requireNonNull(target.email());
        EmailSettings settings = parcel.to().isEmpty() ? own : own.withTo(parcel.to());
        return send(
                target,
                settings,
                session -> ParcelMail.of(new IdentifiedMail(session, parcel.id()), settings, parcel, at),
                FOR_FILES);
    }

    private String send(Target target, EmailSettings settings, Writing writing, Duration limit) throws DeliveryFailed {
        GuardedSockets sockets = new GuardedSockets(guard);
        JavaMailSenderImpl sender = sender(settings, target.secret(), sockets);
        try {
            MimeMessage mail = writing.mail(sender.getSession());
            Deadline.within(limit, sockets::closeAll, () -> {
                sender.send(mail);
                return true;
            });
            return settings.host() + " took the mail for "
                    + (settings.to().size() == 1
                            ? settings.to().getFirst()
                            : settings.to().size() + " addresses") + ".";
        } catch (DeliveryFailed e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeliveryFailed("Central was stopped while it waited for the mail server.", true);
        } catch (Exception e) {
            throw MailFailure.of(e, target.secret());
        } finally {
            sockets.closeAll();
        }
    }

    private JavaMailSenderImpl sender(EmailSettings settings, String password, GuardedSockets sockets) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setProtocol("smtp");
        sender.setHost(settings.host());
        sender.setPort(settings.port());
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        boolean signsIn = !settings.username().isEmpty();
        if (signsIn) {
            sender.setUsername(settings.username());
            sender.setPassword(password);
        }
        String millis = String.valueOf(Math.min(properties.timeout().toMillis(), 20_000));
        Properties mail = new Properties();
        mail.put("mail.smtp.auth", String.valueOf(signsIn));
        mail.put("mail.smtp.connectiontimeout", millis);
        mail.put("mail.smtp.timeout", millis);
        mail.put("mail.smtp.writetimeout", millis);
        mail.put("mail.smtp.quitwait", "false");
        SSLSocketFactory tls = trust.context().getSocketFactory();
        boolean later = settings.tls() == Tls.STARTTLS;
        mail.put("mail.smtp.starttls.enable", String.valueOf(later));
        mail.put("mail.smtp.starttls.required", String.valueOf(later));
        mail.put("mail.smtp.ssl.socketFactory", tls);
        mail.put("mail.smtp.ssl.checkserveridentity", "true");
        mail.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        // The library asks only a factory of plain sockets to make one, so it is not told of TLS from the first byte.
        mail.put(
                "mail.smtp.socketFactory",
                settings.tls() == Tls.IMPLICIT ? sockets.overTls(tls, settings.host()) : sockets.inTheClear());
        // Or it would connect by itself where our sockets refuse to.
        mail.put("mail.smtp.socketFactory.fallback", "false");
        sender.setJavaMailProperties(mail);
        return sender;
    }

    private static MimeMessage mail(Session session, EmailSettings settings, Outgoing outgoing)
            throws MessagingException {
        Message message = JsonMapper.shared().readValue(outgoing.message(), Message.class);
        MimeMessage mail = new IdentifiedMail(session, outgoing.id());
        MimeMessageHelper helper = new MimeMessageHelper(mail, true, StandardCharsets.UTF_8.name());
        helper.setFrom(settings.from());
        helper.setTo(settings.to().toArray(String[]::new));
        helper.setSubject(PREFIX + message.title());
        helper.setSentDate(Date.from(outgoing.at()));
        helper.setText(MailText.of(message), MailHtml.of(message));
        mail.setHeader("Breakwater-Id", outgoing.id().toString());
        // RFC 3834: nobody answers a machine.
        mail.setHeader("Auto-Submitted", "auto-generated");
        return mail;
    }

    private static final class IdentifiedMail extends MimeMessage {

        private final UUID id;

        IdentifiedMail(Session session, UUID id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + "@breakwater.notification>");
        }
    }
}
