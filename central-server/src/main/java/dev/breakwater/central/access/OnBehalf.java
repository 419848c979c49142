package dev.breakwater.central.access;

import java.util.function.Function;

/** Acts for an account that is not there, such as on a schedule: with the rights that it has then, and no others. */
public interface OnBehalf {

    /**
     * Works as an account on the present thread. Nobody else may be signed in on it.
     *
     * @param account name of an account, or {@code token:} and the name of an API token
     * @param work given the role that the account has now
     * @throws NoLonger if the account may do nothing any more
     */
    <T> T call(String account, Function<Role, T> work);

    /** The account is gone, may not sign in, or its token is revoked or expired. */
    final class NoLonger extends RuntimeException {

        private static final long serialVersionUID = 1L;

        /** @param words for people */
        public NoLonger(String words) {
            super(words);
        }
    }
}
