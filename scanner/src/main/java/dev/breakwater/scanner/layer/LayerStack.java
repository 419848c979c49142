package dev.breakwater.scanner.layer;

import dev.breakwater.scanner.LayerContents;
import dev.breakwater.scanner.LayerContents.LayerLink;
import dev.breakwater.scanner.PathSet.Key;
import java.util.ArrayList;
import java.util.List;

/** Which paths of a layer are still there when all layers above it are laid on it. */
final class LayerStack {

    private static final int MOST_STEPS = 8;

    private final List<LayerContents> layers;
    private final List<LayerLink> links = new ArrayList<>();

    LayerStack(List<LayerContents> layers) {
        this.layers = layers;
        for (int i = 0; i < layers.size(); i++) {
            for (LayerLink link : layers.get(i).links()) {
                if (!link.target().isEmpty() && isThere(link.path(), i)) {
                    links.add(link);
                }
            }
        }
    }

    /** Whether no layer above writes over a path, removes or hides it. */
    boolean isThere(String path, int layer) {
        Key key = Key.of(path);
        List<Key> names = otherNames(path);
        for (int j = layer + 1; j < layers.size(); j++) {
            LayerContents above = layers.get(j);
            if (above.written().contains(key)
                    || above.written().containsFolderOf(key)
                    || above.removed().contains(key)
                    || above.removed().containsFolderOf(key)
                    || above.opaque().containsFolderOf(key)) {
                return false;
            }
            for (Key other : names) {
                if (above.written().contains(other) || above.removed().contains(other)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether a layer writes or removes a path. */
    boolean touches(int layer, String path) {
        Key key = Key.of(path);
        return layers.get(layer).written().contains(key)
                || layers.get(layer).removed().contains(key)
                || removesBelow(layer, path);
    }

    /** Whether a layer takes away what the layers below have of a path, whatever it brings itself. */
    boolean removesBelow(int layer, String path) {
        Key key = Key.of(path);
        LayerContents one = layers.get(layer);
        return one.removed().containsFolderOf(key) || one.opaque().containsFolderOf(key);
    }

    /** The path after the links between folders of the distribution: {@code lib/x} is {@code usr/lib/x} where they are one. */
    String canonical(String path) {
        String canonical = path;
        for (int step = 0; step < MOST_STEPS; step++) {
            String before = canonical;
            for (LayerLink link : links) {
                if (canonical.startsWith(link.path() + "/")) {
                    canonical = link.target() + canonical.substring(link.path().length());
                }
            }
            if (canonical.equals(before) || canonical.length() > 4096) {
                break;
            }
        }
        return canonical;
    }

    private List<Key> otherNames(String path) {
        List<Key> names = new ArrayList<>(0);
        for (LayerLink link : links) {
            if (path.startsWith(link.target() + "/")) {
                names.add(Key.of(link.path() + path.substring(link.target().length())));
            } else if (path.startsWith(link.path() + "/")) {
                names.add(Key.of(link.target() + path.substring(link.path().length())));
            }
        }
        return names;
    }
}
