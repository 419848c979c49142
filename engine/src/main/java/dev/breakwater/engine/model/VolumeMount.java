package dev.breakwater.engine.model;

/**
 * A volume as one container sees it.
 *
 * @param volume the volume's name
 * @param path where it is mounted
 * @param propagation {@code NONE}, {@code HOSTTOCONTAINER} or {@code BIDIRECTIONAL}
 */
public record VolumeMount(String volume, String path, String subPath, boolean readOnly, String propagation) {}
