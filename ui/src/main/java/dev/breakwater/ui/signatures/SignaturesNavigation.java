package dev.breakwater.ui.signatures;

/** Where this page is, for the links of others. */
public final class SignaturesNavigation {

    public static final String PATH = "signature-verifiers";

    private SignaturesNavigation() {}
}
