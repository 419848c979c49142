package dev.breakwater.ui.part;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    @Test
    void whatTurnsTheReadingIsShown() {
        assertThat(PlainText.of("o\u202eevil")).isEqualTo("o\\u202eevil");
        assertThat(PlainText.of("a\u2066b\u2069\u200e\u061c")).isEqualTo("a\\u2066b\\u2069\\u200e\\u061c");
    }

    @Test
    void whatHidesIsShown() {
        assertThat(PlainText.of("pay\u200bments\u00ad\ufeff")).isEqualTo("pay\\u200bments\\u00ad\\ufeff");
        assertThat(PlainText.of("a\u001b[31m\r\u0085\u2028")).isEqualTo("a\\u001b[31m\\u000d\\u0085\\u2028");
        assertThat(PlainText.of("tag\udb40\udc41")).isEqualTo("tag\\u{e0041}");
        assertThat(PlainText.of("half\ud800")).isEqualTo("half\\ud800");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "web-1", "wëb", "漢字", "שלום", "مرحبا", "می\u200cخواهم", "👩\u200d💻", "two\nlines\tin"})
    void whatPeopleWriteStays(String text) {
        assertThat(PlainText.of(text)).isSameAs(text);
    }

    @Test
    void rowsAndMarkupShowItSo() {
        assertThat(DataGrid.shown("o\u202eevil")).isEqualTo("o\\u202eevil");
        assertThat(DataGrid.shown(3)).isEqualTo(3);
        assertThat(Markup.text("", "o\u202eevil").getText()).isEqualTo("o\\u202eevil");
        assertThat(Markup.link("risk", "o\u202eevil").getText()).isEqualTo("o\\u202eevil");
        assertThat(new PageHead("o\u202eevil", "").getElement().getTextRecursively())
                .contains("o\\u202eevil");
    }
}
