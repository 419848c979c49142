package dev.breakwater.central.transfer.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.breakwater.central.system.Carried;
import dev.breakwater.central.transfer.Transfer;
import java.io.ByteArrayOutputStream;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the file: JSON with a line for each item, in the order of their keys, so that the same content has the same bytes
 * and two files can be compared line by line.
 */
final class ExportFile {

    static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private ExportFile() {}

    static byte[] of(List<Carried<?>> sections, boolean secrets) {
        ExportFile file = new ExportFile();
        file.text("{\n  \"format\": \"" + Transfer.FORMAT + "\",\n  \"version\": " + Transfer.VERSION);
        sections.forEach(section -> file.section(section, secrets));
        file.text("\n}\n");
        return file.out.toByteArray();
    }

    private <T extends Record> void section(Carried<T> section, boolean secrets) {
        text(",\n  \"" + section.name() + "\": [");
        Iterator<T> items = section.read(secrets).stream()
                .sorted(Comparator.comparing(section::key))
                .iterator();
        boolean any = items.hasNext();
        while (items.hasNext()) {
            text("\n    ");
            out.writeBytes(JSON.writeValueAsBytes(items.next()));
            text(items.hasNext() ? "," : "");
        }
        text(any ? "\n  ]" : "]");
    }

    private void text(String text) {
        out.writeBytes(text.getBytes(UTF_8));
    }
}
