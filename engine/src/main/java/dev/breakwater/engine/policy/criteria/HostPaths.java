package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Volume;
import dev.breakwater.engine.model.VolumeMount;
import java.util.ArrayDeque;
import java.util.Deque;

/** Paths of a node in one plain form, so that {@code //var/run/../run/x} and {@code /run/x} are the same. */
final class HostPaths {

    private HostPaths() {}

    /** The path that a mount gives, its sub-path included. */
    static String mounted(Volume volume, VolumeMount mount) {
        return plain(mount.subPath().isEmpty() ? volume.source() : volume.source() + "/" + mount.subPath());
    }

    /** Without doubled slashes, dots and a slash at the end; {@code /var/run} is a link to {@code /run} on every node. */
    static String plain(String path) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/")) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        String plain = "/" + String.join("/", parts);
        return isWithin(plain, "/var/run") ? plain.substring("/var".length()) : plain;
    }

    /** Whether a plain path is another one or lies below it. */
    static boolean isWithin(String path, String other) {
        return other.equals("/") || path.equals(other) || path.startsWith(other + "/");
    }
}
