package dev.breakwater.central.notification.internal.send;

import dev.breakwater.central.notification.EmailSettings;
import dev.breakwater.central.notification.Parcel;
import dev.breakwater.central.notification.internal.outbox.ShownText;
import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Files as mail: attached as long as mail servers take them, or told by name and digest. */
final class ParcelMail {

    /** The most bytes that are attached: common servers take 25 MB, and Base64 makes a third more of them. */
    static final long MOST_ATTACHED = 15L << 20;

    private static final int TITLE = 200;
    private static final int LINE = 2_000;

    private ParcelMail() {}

    static MimeMessage of(MimeMessage mail, EmailSettings settings, Parcel parcel, Instant at)
            throws MessagingException {
        boolean attached = parcel.size() <= MOST_ATTACHED;
        MimeMessageHelper helper = new MimeMessageHelper(mail, true, StandardCharsets.UTF_8.name());
        helper.setFrom(settings.from());
        helper.setTo(settings.to().toArray(String[]::new));
        helper.setSubject("[Breakwater] " + ShownText.of(parcel.title(), TITLE));
        helper.setSentDate(Date.from(at));
        helper.setText(text(parcel, attached));
        if (attached) {
            for (Parcel.Content file : parcel.files()) {
                helper.getRootMimeMultipart().addBodyPart(attachment(file));
            }
        }
        mail.setHeader("Breakwater-Id", parcel.id().toString());
        // RFC 3834: nobody answers a machine.
        mail.setHeader("Auto-Submitted", "auto-generated");
        return mail;
    }

    /** In Base64 whatever it is: mail changes the line ends of text, and with them its digest. */
    private static MimeBodyPart attachment(Parcel.Content file) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new Source(file)));
        part.setFileName(file.name());
        part.setDisposition(Part.ATTACHMENT);
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    private record Source(Parcel.Content file) implements DataSource {

        @Override
        public InputStream getInputStream() throws IOException {
            return file.open();
        }

        @Override
        public OutputStream getOutputStream() {
            throw new UnsupportedOperationException("it is only read");
        }

        @Override
        public String getContentType() {
            return file.mediaType();
        }

        @Override
        public String getName() {
            return file.name();
        }
    }

    private static String text(Parcel parcel, boolean attached) {
        StringBuilder text = new StringBuilder();
        parcel.text().forEach(line -> text.append(ShownText.of(line, LINE)).append('\n'));
        text.append(
                attached ? "\nAttached:\n" : "\nToo large to be attached; they can be downloaded in the console:\n");
        for (Parcel.Content file : parcel.files()) {
            text.append("  ").append(ShownText.of(file.name(), LINE)).append("  ");
            text.append(file.size())
                    .append(" bytes, sha256 ")
                    .append(file.sha256())
                    .append('\n');
        }
        return text.toString();
    }
}
