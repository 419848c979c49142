/**
 * Signatures of images as cosign makes them with key pairs and certificates: beside the image under a tag that ends with
 * {@code .sig}, or as manifests that refer to it. Trust comes from files alone, so that it works where nothing else is reached.
 */
@NullMarked
package dev.breakwater.scanner.signature;

import org.jspecify.annotations.NullMarked;
