package dev.breakwater.ui.part;

/** A page that follows the scope without being opened anew. */
public interface Scoped {

    void showScope(Scope scope);
}
