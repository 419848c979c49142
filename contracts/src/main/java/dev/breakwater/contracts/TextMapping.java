package dev.breakwater.contracts;

import dev.breakwater.contracts.v1.TextFacts;
import dev.breakwater.engine.model.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Texts that might have held a secret. */
final class TextMapping {

    private TextMapping() {}

    static TextFacts toWire(String field, Text text) {
        Text.Redaction redaction = text.redaction();
        if (redaction == null) {
            return TextFacts.newBuilder()
                    .setPlain(Bounds.text(field, String.valueOf(text.value())))
                    .build();
        }
        return TextFacts.newBuilder()
                .setRedacted(TextFacts.Redaction.newBuilder()
                        .setKind(Bounds.name("Redaction.kind", redaction.kind()))
                        .setLength(redaction.length())
                        .setHash(Bounds.name("Redaction.hash", redaction.hash())))
                .build();
    }

    static Text fromWire(String field, TextFacts wire) {
        return switch (wire.getTextCase()) {
            case PLAIN -> Text.plain(Bounds.text(field, wire.getPlain()));
            case REDACTED ->
                Text.redacted(
                        Bounds.name("Redaction.kind", wire.getRedacted().getKind()),
                        wire.getRedacted().getLength(),
                        Bounds.name("Redaction.hash", wire.getRedacted().getHash()));
            case TEXT_NOT_SET -> throw new WireException(field, "neither plain nor redacted", "one of them");
        };
    }

    static List<TextFacts> toWire(String field, List<Text> texts) {
        return Bounds.list(field, texts).stream()
                .map(text -> toWire(field, text))
                .toList();
    }

    static List<Text> fromWire(String field, List<TextFacts> wire) {
        return Bounds.list(field, wire).stream()
                .map(text -> fromWire(field, text))
                .toList();
    }

    static Map<String, TextFacts> toWire(String field, Map<String, Text> texts) {
        Map<String, TextFacts> wire = HashMap.newHashMap(texts.size());
        Bounds.keys(field, texts).forEach((key, text) -> wire.put(key, toWire(field, text)));
        return wire;
    }

    static Map<String, Text> fromWire(String field, Map<String, TextFacts> wire) {
        Map<String, Text> texts = HashMap.newHashMap(wire.size());
        Bounds.keys(field, wire).forEach((key, text) -> texts.put(key, fromWire(field, text)));
        return texts;
    }
}
