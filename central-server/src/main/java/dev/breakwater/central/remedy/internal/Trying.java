package dev.breakwater.central.remedy.internal;

import dev.breakwater.engine.model.ImageDetails;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The images of a workload while fixes are made in them.
 *
 * @param images what is known of each, by name
 * @param layers the diff ids of each that was looked into, bottom first
 */
record Trying(Map<String, ImageDetails> images, Map<String, List<String>> layers) {

    /** The same with another image by that name. */
    Trying with(String name, ImageDetails details, List<String> diffIds) {
        Map<String, ImageDetails> others = new HashMap<>(images);
        others.put(name, details);
        Map<String, List<String>> ofOthers = new HashMap<>(layers);
        ofOthers.put(name, diffIds);
        return new Trying(others, ofOthers);
    }
}
