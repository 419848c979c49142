package dev.breakwater.feeds.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakwater.engine.vulnerability.Affected;
import dev.breakwater.engine.vulnerability.Applicability;
import dev.breakwater.engine.vulnerability.FixState;
import dev.breakwater.engine.vulnerability.Matcher;
import dev.breakwater.engine.vulnerability.VersionRange;
import dev.breakwater.engine.vulnerability.version.VersionScheme;
import dev.breakwater.feeds.document.MalformedDocument;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConstraintTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            <1.2.3 ; 1.2.2 1.2.3-rc.1 0 ; 1.2.3 1.2.4
            <=2.1.1 ; 2.1.1 2.1.0 ; 2.1.2
            >1.0.0 <2.0.0 ; 1.0.1 1.9.9 ; 1.0.0 2.0.0
            >=1.0<2.0 ; 1.0.0 1.9.9 ; 2.0.0 0.9
            <1.2 || >=2.0 <2.3 ; 1.1 2.2 ; 1.2 1.9 2.3
            ^1.2.3 ; 1.2.3 1.9.0 ; 1.2.2 2.0.0
            ^0.2.3 ; 0.2.3 0.2.9 ; 0.3.0
            ~1.2.3 ; 1.2.3 1.2.9 ; 1.3.0
            6.x ; 6.0.0 6.9.9 ; 5.9.9 7.0.0
            >= 1.2, < 1.3 ; 1.2.0 1.2.9 ; 1.3.0 1.1
            * ; 0.0.1 9.9.9 ;
            =1.2.3 ; 1.2.3 ; 1.2.4 1.2.2
            """)
    void holdsWhatItSays(String constraint, String inside, String outside) throws MalformedDocument {
        VersionSet none = VersionSet.of(VersionScheme.SEMVER, List.of());
        List<VersionRange> ranges =
                Constraint.read(constraint, VersionScheme.SEMVER).ranges(none);

        for (String version : inside.split(" ")) {
            assertThat(applies(version, ranges)).as(version).isEqualTo(Applicability.AFFECTED);
        }
        for (String version : outside == null ? new String[0] : outside.split(" ")) {
            assertThat(applies(version, ranges)).as(version).isEqualTo(Applicability.NOT_AFFECTED);
        }
    }

    @Test
    void namesTheFirstMendedVersionBehindEachStretch() throws MalformedDocument {
        VersionSet patched = Constraint.read("^14.20.1 || ^16.17.1", VersionScheme.SEMVER);
        VersionSet affected =
                Constraint.read("14.x || 16.x", VersionScheme.SEMVER).without(patched);
        assertThat(affected.ranges(patched))
                .containsExactly(new VersionRange("14", "14.20.1", ""), new VersionRange("16", "16.17.1", ""));

        VersionSet later = Constraint.read(">=3.0.0", VersionScheme.SEMVER);
        assertThat(Constraint.read("<=2.1.1", VersionScheme.SEMVER).ranges(later))
                .containsExactly(new VersionRange("0", "", "2.1.1", "3.0.0"));
    }

    @Test
    void refusesWhatIsNoConstraint() {
        assertThatThrownBy(() -> Constraint.read("before 1.2", VersionScheme.SEMVER))
                .isInstanceOf(MalformedDocument.class)
                .hasMessageContaining("'before'");
        assertThatThrownBy(() -> Constraint.read("!1.2", VersionScheme.SEMVER)).hasMessageContaining("'!'");
    }

    private static Applicability applies(String version, List<VersionRange> ranges) {
        Affected affected = new Affected("npm", "x", ranges, List.of(), FixState.UNKNOWN, null);
        return Matcher.judge(version, affected).applicability();
    }
}
