package dev.breakwater.cli;

/** Numbers of things, in words. */
final class Counted {

    private Counted() {}

    static String of(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
