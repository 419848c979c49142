package dev.breakwater.central.system;

import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What kind of installation this is.
 *
 * @param evaluation started with the embedded database, not for production; health and banner say so
 * @param expectedClusters clusters that are being added at start: the summary waits until so many are read and judged
 * @param publicUrl where people reach the console, such as {@code https://breakwater.example.com}, for the links in messages;
 *     empty = messages have no links
 */
@ConfigurationProperties("breakwater.system")
public record SystemProperties(
        @DefaultValue("false") boolean evaluation,
        @DefaultValue("0") int expectedClusters,
        @DefaultValue("") String publicUrl) {

    private static final Pattern URL = Pattern.compile("https?://[^\\s/?#\"'<>]+(/[^\\s?#\"'<>]*)?");

    public SystemProperties {
        if (!publicUrl.isEmpty() && !URL.matcher(publicUrl).matches()) {
            throw new IllegalArgumentException("breakwater.system.public-url is '" + publicUrl
                    + "'; allowed: an address such as https://breakwater.example.com, or nothing");
        }
    }
}
