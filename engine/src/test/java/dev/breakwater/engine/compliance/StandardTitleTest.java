package dev.breakwater.engine.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandardTitleTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CIS Kubernetes 1.11    | 1.11.0           | CIS Kubernetes 1.11.0",
                "PCI DSS 4.0            | 4.0.1            | PCI DSS 4.0.1",
                "NIST SP 800-53         | Rev. 5           | NIST SP 800-53 Rev. 5",
                "NIST SP 800-190        | 2017             | NIST SP 800-190 (2017)",
                "HIPAA 164              | 45 CFR 164, 2013 | HIPAA 164 (45 CFR 164, 2013)",
                "CIS Debian Linux 12    | 1.1.0            | CIS Debian Linux 12 (1.1.0)",
                "Pod Security: baseline | 1.33             | Pod Security: baseline 1.33",
                "House rules v2         | 2                | House rules v2",
                "House rules 2          | 2                | House rules 2",
                "House rules 2026       | ''               | House rules 2026",
            })
    void namesTheVersionOnce(String name, String version, String title) {
        assertThat(new Standard("s", name, version, "", "", List.of()).title()).isEqualTo(title);
    }

    @Test
    void noTitleOfTheProductSaysItsVersionTwice() {
        for (Standard standard : Standards.all()) {
            assertThat(standard.title()).contains(standard.version()).doesNotContainPattern("(\\d+(\\.\\d+)+) \\1");
        }
    }
}
