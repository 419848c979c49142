package dev.breakwater.central.sealing;

import java.util.List;

/** The keys that central signs with: one at present, and those that were retired, by which older reports stay verifiable. */
public interface SigningKeys {

    /** The most characters of a reason. */
    int LONGEST_REASON = 500;

    /** The present one; made when it is first asked for. */
    SigningKey current();

    /** All of them, the present one first. */
    List<SigningKey> all();

    /**
     * Makes a new key and retires the present one, whose private half is deleted. For administrators; in the audit log.
     *
     * @param reason why, 1 to {@value #LONGEST_REASON} characters
     * @return the new one
     * @throws dev.breakwater.central.platform.InvalidRequest if the reason is empty or too long
     */
    SigningKey rotate(String reason);
}
