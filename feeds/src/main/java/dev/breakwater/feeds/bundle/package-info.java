/**
 * Feeds in one signed file, for sites without a way to their publishers: {@link dev.breakwater.feeds.bundle.FeedBundle} writes and
 * opens them. What is not signed by a key that is trusted, or was changed on its way, is never read as a feed.
 */
@NullMarked
package dev.breakwater.feeds.bundle;

import org.jspecify.annotations.NullMarked;
