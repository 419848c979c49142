package dev.breakwater.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class StartTest {

    private static final int JAVA_8 = 52;

    @Test
    void saysWhichJavaIsNeededAndWhichThisIs() {
        assertThat(Start.problem("17", "/opt/java")).isEqualTo("needs Java 25 or newer; this is Java 17 (/opt/java)");
        assertThat(Start.problem("1.8", "/opt/java")).contains("this is Java 8 ");
        assertThat(Start.problem("25", "/opt/java")).isEmpty();
        assertThat(Start.problem("31", "/opt/java")).isEmpty();
        assertThat(Start.problem("", "/opt/java"))
                .as("nothing is known against it")
                .isEmpty();
    }

    @Test
    void isItselfReadByOldJava() throws Exception {
        try (DataInputStream bytes =
                new DataInputStream(Objects.requireNonNull(Start.class.getResourceAsStream("Start.class")))) {
            bytes.readInt();
            bytes.readUnsignedShort();
            assertThat(bytes.readUnsignedShort())
                    .as("version of the class file")
                    .isEqualTo(JAVA_8);
        }
    }
}
