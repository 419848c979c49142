package dev.breakwater.engine.image;

/**
 * One layer, bottom first in its image.
 *
 * @param diffId the digest of its uncompressed tar: the same content in whatever image and compression
 * @param digest the digest of the blob in the registry, empty = not known ({@code docker save})
 * @param size bytes of the blob as it was read
 * @param instruction the line of the history that made it, empty = not told
 */
public record ImageLayer(String diffId, String digest, long size, String instruction) {}
