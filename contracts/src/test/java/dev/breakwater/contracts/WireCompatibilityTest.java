package dev.breakwater.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.breakwater.contracts.v1.Facts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The ledger {@code facts-fields.txt} holds every field and enum value that was ever released. Sensors and centrals of
 * different versions meet, so its lines are for ever: the file grows, and no line of it changes or goes.
 */
class WireCompatibilityTest {

    @Test
    void keepsEveryFieldOfTheLedger() throws IOException {
        assertThat(described()).as("a released field changed or went").containsAll(ledger());
    }

    @Test
    void hasEveryFieldInTheLedger() throws IOException {
        assertThat(ledger()).as("add the new fields to facts-fields.txt").containsAll(described());
    }

    private static List<String> ledger() throws IOException {
        try (InputStream in = WireCompatibilityTest.class.getResourceAsStream("/facts-fields.txt")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static List<String> described() {
        return Stream.concat(
                        Facts.getDescriptor().getMessageTypes().stream().flatMap(WireCompatibilityTest::lines),
                        Facts.getDescriptor().getEnumTypes().stream().flatMap(WireCompatibilityTest::lines))
                .toList();
    }

    private static Stream<String> lines(Descriptor message) {
        Stream<String> fields = message.getFields().stream().map(WireCompatibilityTest::line);
        Stream<String> nested = message.getNestedTypes().stream().flatMap(WireCompatibilityTest::lines);
        Stream<String> enums = message.getEnumTypes().stream().flatMap(WireCompatibilityTest::lines);
        return Stream.of(fields, nested, enums).flatMap(lines -> lines);
    }

    private static Stream<String> lines(EnumDescriptor type) {
        return type.getValues().stream().map(value -> value.getFullName() + " = " + value.getNumber());
    }

    private static String line(FieldDescriptor field) {
        String type = switch (field.getJavaType()) {
            case MESSAGE -> field.getMessageType().getFullName();
            case ENUM -> field.getEnumType().getFullName();
            case BOOLEAN, BYTE_STRING, DOUBLE, FLOAT, INT, LONG, STRING ->
                field.getType().name().toLowerCase(Locale.ROOT);
        };
        String cardinality = field.isRepeated() ? "repeated " : field.hasPresence() ? "present " : "";
        return field.getFullName() + " = " + field.getNumber() + " " + cardinality + type;
    }
}
