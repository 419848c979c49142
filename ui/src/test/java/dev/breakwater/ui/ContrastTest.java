package dev.breakwater.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Computes the contrast of every pair of tokens that pages use (WCAG 2.2, 1.4.3 and 1.4.11), in both schemes. */
class ContrastTest {

    private static final Pattern TOKEN =
            Pattern.compile("--bw-([a-z0-9]+): light-dark\\((#[0-9A-F]{6}), (#[0-9A-F]{6})\\);");
    private static final double TEXT = 4.5;
    private static final double GRAPHIC = 3.0;
    private static final List<String> GROUNDS = List.of("app", "panel", "card", "inset", "soft");

    private static final Map<String, String[]> TOKENS = read();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text",
                "text2",
                "text3",
                "accent",
                "critical",
                "high",
                "medium",
                "low",
                "unknown",
                "pass",
                "manual"
            })
    void textIsReadableOnEveryGround(String ink) {
        for (String ground : GROUNDS) {
            assertRatio(ink, ground, TEXT);
        }
    }

    @Test
    void textIsReadableOnItsSpecialGrounds() {
        assertRatio("onaccent", "accent", TEXT);
        assertRatio("text", "add", TEXT);
        assertRatio("text", "del", TEXT);
        assertRatio("text3", "add", TEXT);
        assertRatio("text3", "del", TEXT);
        assertRatio("critical", "del", TEXT);
    }

    @Test
    void outlinesAndBarsAreVisible() {
        for (String ground : GROUNDS) {
            assertRatio("ctl", ground, GRAPHIC);
        }
        assertRatio("passbar", "card", GRAPHIC);
        assertRatio("passbar", "soft", GRAPHIC);
        assertRatio("unknown", "inset", GRAPHIC);
    }

    @Test
    void keepsTheRatiosOfTheDesign() {
        assertThat(ratio("text", "card", 0)).isBetween(16.3, 16.5);
        assertThat(ratio("text", "card", 1)).isBetween(14.0, 14.2);
        assertThat(ratio("text3", "soft", 0)).isBetween(4.6, 4.8);
        assertThat(ratio("critical", "card", 1)).isBetween(6.3, 6.5);
        assertThat(ratio("ctl", "soft", 0)).isBetween(2.99, 3.1);
    }

    private static void assertRatio(String ink, String ground, double least) {
        for (int scheme = 0; scheme < 2; scheme++) {
            assertThat(ratio(ink, ground, scheme))
                    .as("%s on %s, %s", ink, ground, scheme == 0 ? "light" : "dark")
                    .isGreaterThanOrEqualTo(least);
        }
    }

    private static double ratio(String ink, String ground, int scheme) {
        double one = luminance(TOKENS.get(ink)[scheme]);
        double two = luminance(TOKENS.get(ground)[scheme]);
        return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
    }

    private static double luminance(String hex) {
        int rgb = Integer.parseInt(hex.substring(1), 16);
        return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static Map<String, String[]> read() {
        try (var css = ContrastTest.class.getResourceAsStream("/META-INF/resources/bw/tokens.css")) {
            Matcher token = TOKEN.matcher(new String(css.readAllBytes(), StandardCharsets.UTF_8));
            Map<String, String[]> tokens = new LinkedHashMap<>();
            while (token.find()) {
                tokens.put(token.group(1), new String[] {token.group(2), token.group(3)});
            }
            return tokens;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
