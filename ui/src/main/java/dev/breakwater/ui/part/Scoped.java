package dev.breakwater.ui.part;

/** A page that follows the scope without being opened anew. */
public interface Scoped {

    void showScope(Scope scope);

    /** Whether what it shows depends on the scope; where not, the scope is not offered. */
    default boolean followsScope() {
        return true;
    }
}
