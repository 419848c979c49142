/** How fast feeds are read and packages are matched with them. */
package dev.breakwater.bench.feed;
