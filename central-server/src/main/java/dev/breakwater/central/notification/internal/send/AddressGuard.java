package dev.breakwater.central.notification.internal.send;

import dev.breakwater.central.notification.EmailSettings;
import dev.breakwater.central.notification.NotifierDraft;
import dev.breakwater.central.notification.internal.NotificationProperties;
import dev.breakwater.central.notification.internal.target.TargetAddresses;
import dev.breakwater.central.platform.InvalidRequest;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/**
 * Keeps messages from leading into the network that central stands in: whoever may set a target must not reach with it what
 * only central can. Asked with the very address that is connected to, so that a name which leads elsewhere the next time
 * (DNS rebinding) wins nothing.
 */
@Component
class AddressGuard implements TargetAddresses {

    private final List<IpAddressMatcher> allowed;

    AddressGuard(NotificationProperties properties) {
        this.allowed = properties.allowedTargets().stream()
                .map(String::strip)
                .filter(range -> !range.isEmpty())
                .map(AddressGuard::matcher)
                .toList();
    }

    private static IpAddressMatcher matcher(String range) {
        try {
            return new IpAddressMatcher(range);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "breakwater.notifications.allowed-targets has '" + range
                            + "'; allowed: an address or a range such as 10.1.0.0/16 or fd00:1::/32",
                    e);
        }
    }

    /**
     * The addresses of a host that may be connected to.
     *
     * @param plain without TLS, which only what is allowed by name of its range may get
     * @throws TargetRefused if there is none
     */
    List<InetAddress> resolve(String host, boolean plain) throws UnknownHostException {
        List<InetAddress> usable = new ArrayList<>();
        String refusal = "";
        for (InetAddress address : InetAddress.getAllByName(host)) {
            String why = refusal(address, plain);
            if (why == null) {
                usable.add(address);
            } else {
                refusal = why;
            }
        }
        if (usable.isEmpty()) {
            throw new TargetRefused(refusal);
        }
        return usable;
    }

    /**
     * Refuses an address that must not be connected to.
     *
     * @param plain as above
     */
    void check(InetAddress address, boolean plain) throws TargetRefused {
        String why = refusal(address, plain);
        if (why != null) {
            throw new TargetRefused(why);
        }
    }

    private @Nullable String refusal(InetAddress address, boolean plain) {
        String shown = address.getHostAddress();
        if (AddressRange.isNever(address)) {
            return "Messages never go to " + shown + ": it is a link-local, multicast, reserved or metadata address.";
        }
        boolean listed = allowed.stream().anyMatch(range -> range.matches(shown));
        if (AddressRange.isInternal(address) && !listed) {
            return "Messages do not go to " + shown
                    + ": it is an address of this machine or of a private network. Where that is wanted, name it in"
                    + " breakwater.notifications.allowed-targets.";
        }
        if (plain && !listed) {
            return "Messages go to " + shown
                    + " by https only; http is for what breakwater.notifications.allowed-targets names.";
        }
        return null;
    }

    @Override
    public void refuseForbidden(NotifierDraft draft) {
        EmailSettings email = draft.email();
        String host;
        String field;
        boolean plain = false;
        if (email != null) {
            host = email.host();
            field = "email/host";
        } else if (draft.webhook() != null) {
            URI uri = URI.create(draft.webhook().url());
            host = uri.getHost();
            field = "webhook/url";
            plain = "http".equalsIgnoreCase(uri.getScheme());
        } else if (draft.bucket() != null) {
            URI uri = URI.create(draft.bucket().endpoint());
            host = uri.getHost();
            field = "bucket/endpoint";
            plain = "http".equalsIgnoreCase(uri.getScheme());
        } else {
            return;
        }
        try {
            resolve(host, plain);
        } catch (TargetRefused e) {
            throw new InvalidRequest(field, host, String.valueOf(e.getMessage()));
        } catch (UnknownHostException e) {
            // It may be there later; sending says so if it is not.
            return;
        }
    }
}
