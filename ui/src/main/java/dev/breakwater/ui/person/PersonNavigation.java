package dev.breakwater.ui.person;

/** Where the page of who is signed in is. */
public final class PersonNavigation {

    public static final String PATH = "me";

    private PersonNavigation() {}
}
