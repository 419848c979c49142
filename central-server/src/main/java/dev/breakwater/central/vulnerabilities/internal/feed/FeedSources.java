package dev.breakwater.central.vulnerabilities.internal.feed;

import dev.breakwater.feeds.fetch.AddressRule;
import dev.breakwater.feeds.fetch.FeedFetcher;
import dev.breakwater.feeds.fetch.FetchFailed;
import dev.breakwater.feeds.fetch.FetchLimits;
import dev.breakwater.feeds.fetch.Validators;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Asks the configured addresses, by conditional requests: what has not changed is not sent again. */
@Component
class FeedSources {

    private static final Logger LOG = LoggerFactory.getLogger(FeedSources.class);

    private final FeedProperties properties;
    private final FeedTable feeds;
    private final FeedImport imports;

    FeedSources(FeedProperties properties, FeedTable feeds, FeedImport imports) {
        this.properties = properties;
        this.feeds = feeds;
        this.imports = imports;
    }

    /** Asks each source once; one that fails does not keep from the others. Whoever configures it says which addresses may be asked. */
    void ask() {
        try (FeedFetcher fetcher = new FeedFetcher(FetchLimits.DEFAULT, AddressRule.ANY, ProxySelector.getDefault())) {
            for (Map.Entry<String, String> source : properties.sources().entrySet()) {
                ask(fetcher, source.getKey(), source.getValue());
            }
        }
    }

    private void ask(FeedFetcher fetcher, String name, String source) {
        try (WorkFolder work = WorkFolder.make()) {
            URI address = URI.create(source);
            Path file = work.path().resolve(name + ending(address));
            FeedFetcher.Fetched fetched =
                    fetcher.fetch(address, feeds.validators(name, source).orElse(Validators.NONE), file);
            if (fetched.changed()) {
                Validators said = fetched.validators();
                imports.take(new FileContent(name, source, said.etag(), said.lastModified(), null, file));
            } else {
                imports.unchanged(name);
            }
        } catch (FetchFailed | IllegalArgumentException e) {
            LOG.warn("a feed could not be fetched: feed={}", name, e);
            imports.failed(name, source, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            LOG.warn("a feed could not be kept: feed={}", name, e);
            imports.failed(name, source, "It cannot be kept while it is read: " + e.getMessage());
        } catch (DataAccessException e) {
            LOG.warn("a feed could not be taken and is tried again: feed={}", name, e);
        }
    }

    private static String ending(URI source) {
        String path = String.valueOf(source.getPath());
        String file = path.substring(path.lastIndexOf('/') + 1);
        int dot = file.indexOf('.');
        return dot < 0 ? "" : file.substring(dot).replaceAll("[^A-Za-z0-9.]", "");
    }
}
