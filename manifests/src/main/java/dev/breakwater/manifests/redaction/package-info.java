/**
 * Keeps secrets in the cluster: replaces values that look secret by kind, length and a keyed hash. Entry: {@link
 * dev.breakwater.manifests.redaction.RedactingGuard}. When in doubt about a value whose name says secret, it is taken out;
 * for other values the name of the game is not to blind the policies by hiding ordinary paths, addresses and names.
 */
@NullMarked
package dev.breakwater.manifests.redaction;

import org.jspecify.annotations.NullMarked;
