package dev.breakwater.feeds.fetch;

import java.net.InetAddress;

/** Which addresses may be asked; whoever can name a feed could otherwise make this machine ask another in its network. */
@FunctionalInterface
public interface AddressRule {

    /** Any address: for a command line, whose user may ask whom they like anyway. */
    AddressRule ANY = address -> true;

    boolean allows(InetAddress address);
}
