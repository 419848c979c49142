package dev.breakwater.central.images;

/**
 * What came of a call to a registry.
 *
 * @param reached it answered, and took the credentials if there are any
 * @param plainHttp it was spoken to by http
 * @param detail what it said, or the real error
 * @param milliseconds how long it took
 */
public record RegistryTest(boolean reached, boolean plainHttp, String detail, long milliseconds) {}
