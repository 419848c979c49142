/** Takes what publishers say into the database. Entry: {@code FeedImport}. */
@NullMarked
package dev.breakwater.central.vulnerabilities.internal.feed;

import org.jspecify.annotations.NullMarked;
