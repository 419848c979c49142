/** Fetching feeds from their publishers: only what changed, bounded in time and size. {@link dev.breakwater.feeds.fetch.FeedFetcher} is the entry. */
@NullMarked
package dev.breakwater.feeds.fetch;

import org.jspecify.annotations.NullMarked;
