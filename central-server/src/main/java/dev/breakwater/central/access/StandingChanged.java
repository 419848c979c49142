package dev.breakwater.central.access;

/**
 * What an account may do has changed: whoever keeps its sessions open in this process ends those that began with another
 * {@link People.Standing}.
 *
 * @param number of the standing from now on, -1 = the account is gone
 */
public record StandingChanged(String username, int number) {}
