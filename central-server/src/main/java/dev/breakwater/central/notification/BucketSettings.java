package dev.breakwater.central.notification;

/**
 * A bucket of an S3-compatible store; the secret key is kept apart. The bucket stands in the path of the address, as every such
 * store takes it.
 *
 * @param endpoint {@code https://…} of the store, such as {@code https://s3.eu-central-1.amazonaws.com}; {@code http://…} only to
 *     what {@code breakwater.notifications.allowed-targets} names
 * @param region in which requests are signed, such as {@code eu-central-1}; stores that have none take any
 * @param bucket 3 to 63 characters
 * @param prefix what the names of objects begin with, empty or ending in {@code /}
 * @param accessKey who writes
 */
public record BucketSettings(String endpoint, String region, String bucket, String prefix, String accessKey) {}
