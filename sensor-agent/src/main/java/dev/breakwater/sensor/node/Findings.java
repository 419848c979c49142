package dev.breakwater.sensor.node;

import dev.breakwater.engine.machine.MachineEvidence.Unread;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What could not be read during one look, each place once. */
final class Findings {

    private static final int MOST = 2_000;
    private static final int LONGEST = 300;

    private final Map<String, String> unread = new TreeMap<>();

    /** Tells that something could not be read; the first reason counts. */
    void unread(String what, String reason) {
        if (unread.size() < MOST) {
            String brief = reason.length() > LONGEST ? reason.substring(0, LONGEST) + "…" : reason;
            unread.putIfAbsent(what, brief);
        }
    }

    List<Unread> all() {
        List<Unread> all = new ArrayList<>();
        unread.forEach((what, reason) -> all.add(new Unread(what, reason)));
        return all;
    }
}
