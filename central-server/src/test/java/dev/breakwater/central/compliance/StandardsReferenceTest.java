package dev.breakwater.central.compliance;

import dev.breakwater.central.testing.ReferencePage;
import dev.breakwater.engine.compliance.Check;
import dev.breakwater.engine.compliance.Checks;
import dev.breakwater.engine.compliance.Standard;
import dev.breakwater.engine.compliance.Standards;
import org.junit.jupiter.api.Test;

/** The reference of standards says what the code says. */
class StandardsReferenceTest {

    @Test
    void thePageIsThatOfTheCode() {
        ReferencePage.check("standards.md", page());
    }

    private static String page() {
        StringBuilder page =
                new StringBuilder("# Standards\n\nMade from the code; do not edit. How answers become outcomes:"
                        + " [How compliance is judged](../explanation/compliance.md).\n");
        for (Standard standard : Standards.all()) {
            page.append("\n## ")
                    .append(standard.name())
                    .append("\n\n`")
                    .append(standard.id())
                    .append("`, ");
            page.append(standard.source())
                    .append(".\n\n| control | asks | checks | a person attests |\n|---|---|---|---|\n");
            standard.controls()
                    .forEach(control -> page.append("| ")
                            .append(control.id())
                            .append(' ')
                            .append(control.title())
                            .append(" | ")
                            .append(control.asks())
                            .append(" | ")
                            .append(String.join(
                                    ", ",
                                    control.checks().stream()
                                            .map(id -> '`' + id + '`')
                                            .toList()))
                            .append(" | ")
                            .append(control.attest())
                            .append(" |\n"));
        }
        page.append("\n## Checks\n\n| check | of | holds where it passes | to mend |\n|---|---|---|---|\n");
        for (Check check : Checks.all()) {
            page.append("| `")
                    .append(check.id())
                    .append("` | ")
                    .append(check.subject())
                    .append(check.onPlatform() ? "" : ", not of the platform");
            page.append(" | ")
                    .append(check.title())
                    .append(" | ")
                    .append(check.fix())
                    .append(" |\n");
        }
        return page.toString();
    }
}
