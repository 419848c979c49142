/**
 * Kubernetes objects into {@link dev.breakwater.engine.model} records; the one place that knows how Kubernetes writes
 * them down. Entry: {@link dev.breakwater.engine.kubernetes.KubernetesTranslation}, and {@link
 * dev.breakwater.engine.kubernetes.Manifests} for YAML and JSON documents.
 *
 * <p>There is one path: whatever comes (a fabric8 object, a document) becomes a JSON tree first, and only the tree is
 * read. Typed classes refuse a whole object for one odd field ({@code privileged: "true"}) and know no Rollout, no Route
 * and no old API version; a tree can be read in part, so that the rest of an odd object is still judged.
 */
@NullMarked
package dev.breakwater.engine.kubernetes;

import org.jspecify.annotations.NullMarked;
