package dev.breakwater.engine.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.model.ImageDetails.Instruction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstructionsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "/bin/sh -c #(nop)  CMD [\"bash\"];CMD;[\"bash\"]",
                "/bin/sh -c #(nop) ADD file:0a1b in / ;ADD;file:0a1b in /",
                "/bin/sh -c apt-get update;RUN;apt-get update",
                "RUN /bin/sh -c apt-get update # buildkit;RUN;apt-get update",
                "|1 VERSION=3 /bin/sh -c make install;RUN;make install",
                "COPY app /srv # buildkit;COPY;app /srv",
                "user nobody;USER;nobody",
                "bazel build ...;RUN;bazel build ...",
                "ENTRYPOINT;ENTRYPOINT;~~"
            })
    void readsBothSpellings(String createdBy, String keyword, String value) {
        assertThat(Instructions.read(createdBy)).isEqualTo(new Instruction(keyword, value));
    }
}
