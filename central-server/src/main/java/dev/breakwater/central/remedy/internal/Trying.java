package dev.breakwater.central.remedy.internal;

import dev.breakwater.engine.model.ImageDetails;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The images of a workload while fixes are made in them.
 *
 * @param images what is known of each, by name
 * @param layers the diff ids of each that was looked into, bottom first
 * @param replaced by name the contents of the bases that it stood on and does no more, be it that the newer ones begin with the same layers
 */
record Trying(Map<String, ImageDetails> images, Map<String, List<String>> layers, Map<String, Set<Integer>> replaced) {

    /** The same with other details of an image, on the same base. */
    Trying with(String name, ImageDetails details) {
        Map<String, ImageDetails> others = new HashMap<>(images);
        others.put(name, details);
        return new Trying(others, layers, replaced);
    }

    /** The same with an image on another base. */
    Trying rebased(String name, ImageDetails details, List<String> diffIds, int base) {
        Map<String, List<String>> ofOthers = new HashMap<>(layers);
        ofOthers.put(name, diffIds);
        Map<String, Set<Integer>> gone = new HashMap<>(replaced);
        Set<Integer> bases = new HashSet<>(gone.getOrDefault(name, Set.of()));
        bases.add(base);
        gone.put(name, bases);
        return new Trying(with(name, details).images(), ofOthers, gone);
    }
}
