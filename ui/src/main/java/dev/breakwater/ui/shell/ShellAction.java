package dev.breakwater.ui.shell;

/** What can be done from anywhere. */
enum ShellAction {
    LIGHT("Light colours", ""),
    DARK("Dark colours", ""),
    SYSTEM("Colours as the system", ""),
    HELP("Keys and help", "?"),
    SIGN_OUT("Sign out", "");

    private final String words;
    private final String key;

    ShellAction(String words, String key) {
        this.words = words;
        this.key = key;
    }

    String words() {
        return words;
    }

    String key() {
        return key;
    }
}
