package dev.breakwater.central.notification.internal.send;

import dev.breakwater.central.notification.internal.outbox.ShownText;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.net.UnknownHostException;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailSendException;

/** The real error of a mail server out of the exceptions that the library wraps around it. */
final class MailFailure {

    private static final int LONGEST = 300;
    private static final int MOST = 20;

    private MailFailure() {}

    /** @param password never shown, even where a server repeats it */
    static DeliveryFailed of(Exception failure, String password) {
        Set<String> words = new LinkedHashSet<>();
        boolean[] ofThisMessage = new boolean[1];
        collect(failure, words, ofThisMessage, 0);
        String told = String.join(" ", words);
        if (!password.isEmpty()) {
            told = told.replace(password, "•••");
        }
        return new DeliveryFailed(told.isBlank() ? "The mail could not be sent." : told, !ofThisMessage[0]);
    }

    private static void collect(@Nullable Throwable failure, Set<String> words, boolean[] ofThisMessage, int depth) {
        if (failure == null || depth > MOST) {
            return;
        }
        if (failure instanceof MailSendException sending && sending.getMessageExceptions().length > 0) {
            for (Exception each : sending.getMessageExceptions()) {
                collect(each, words, ofThisMessage, depth + 1);
            }
            return;
        }
        if (failure instanceof SendFailedException) {
            ofThisMessage[0] = true;
        }
        Throwable next = failure instanceof MessagingException mail && mail.getNextException() != null
                ? mail.getNextException()
                : failure.getCause();
        String word = word(failure);
        if (!word.isEmpty()) {
            words.add(word);
        }
        if (next != failure) {
            collect(next, words, ofThisMessage, depth + 1);
        }
    }

    private static String word(Throwable failure) {
        String message = failure.getMessage() == null
                ? ""
                : ShownText.of(failure.getMessage().strip().replaceAll("\\s+", " "), LONGEST);
        return switch (failure) {
            case TargetRefused refused -> message;
            case UnknownHostException unknown -> "There is no such host: " + message + ".";
            case SSLException tls -> "TLS failed: " + message + ".";
            case AuthenticationFailedException refused -> "The server refuses the user or the password: " + message;
            case MessagingException mail -> message.endsWith(".") || message.isEmpty() ? message : message + ".";
            case java.io.IOException io -> message.isEmpty() ? "" : message + ".";
            default -> "";
        };
    }
}
