package dev.breakwater.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.image.OperatingSystem;
import dev.breakwater.engine.image.PackageType;
import org.junit.jupiter.api.Test;

class PurlsTest {

    private final OperatingSystem debian = new OperatingSystem("debian", "12", "bookworm", "Debian GNU/Linux 12");

    @Test
    void spellsEachEcosystemAsTheSpecificationDoes() {
        assertThat(Purls.of(PackageType.MAVEN, "org.apache.logging.log4j:log4j-core", "2.14.1"))
                .isEqualTo("pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1");
        assertThat(Purls.of(PackageType.NPM, "@babel/core", "7.0.0")).isEqualTo("pkg:npm/%40babel/core@7.0.0");
        assertThat(Purls.of(PackageType.PYPI, "Zope.Interface__x", "5.0")).isEqualTo("pkg:pypi/zope-interface-x@5.0");
        assertThat(Purls.of(PackageType.GOLANG, "golang.org/x/net", "v0.1.0"))
                .isEqualTo("pkg:golang/golang.org/x/net@v0.1.0");
        assertThat(Purls.of(PackageType.GOLANG, "stdlib", "1.22.1")).isEqualTo("pkg:golang/stdlib@1.22.1");
        assertThat(Purls.of(PackageType.COMPOSER, "symfony/http-kernel", "v4.4.0"))
                .isEqualTo("pkg:composer/symfony/http-kernel@v4.4.0");
        assertThat(Purls.of(PackageType.SWIFT, "github.com/apple/swift-nio", "2.41.0"))
                .isEqualTo("pkg:swift/github.com/apple/swift-nio@2.41.0");
        assertThat(Purls.of(PackageType.NUGET, "Newtonsoft.Json", "9.0.1"))
                .isEqualTo("pkg:nuget/Newtonsoft.Json@9.0.1");
    }

    @Test
    void saysTheDistributionAndTheSourcePackage() {
        assertThat(Purls.ofDistribution(
                        PackageType.DEB, debian, "libc6", "2.36-9+deb12u4", "amd64", "glibc", "2.36-9+deb12u4"))
                .isEqualTo("pkg:deb/debian/libc6@2.36-9%2Bdeb12u4?arch=amd64&distro=debian-12&upstream=glibc");
        assertThat(Purls.ofDistribution(
                        PackageType.DEB, debian, "login", "1:4.13+dfsg1-1", "amd64", "shadow", "1:4.13+dfsg1-2"))
                .contains("upstream=shadow")
                .contains("4.13");
        assertThat(Purls.ofDistribution(PackageType.DEB, debian, "curl", "1", "amd64", "curl", "1"))
                .doesNotContain("upstream");
        assertThat(Purls.ofDistribution(PackageType.DEB, null, "curl", "1", "", "", ""))
                .isEqualTo("pkg:deb/curl@1");
    }

    @Test
    void keepsAnEpochOfRpmApartFromTheVersion() {
        OperatingSystem rhel = new OperatingSystem("rhel", "9.4", "", "Red Hat Enterprise Linux 9.4");
        assertThat(Purls.ofDistribution(PackageType.RPM, rhel, "bind-libs", "32:9.16.23-18.el9", "x86_64", "", ""))
                .isEqualTo("pkg:rpm/redhat/bind-libs@9.16.23-18.el9?arch=x86_64&distro=rhel-9.4&epoch=32");
    }

    @Test
    void writesNothingForWhatCannotStandInOne() {
        assertThat(Purls.of(PackageType.NPM, "", "1")).isEmpty();
        assertThat(Purls.parsed("not a purl")).isEmpty();
        assertThat(Purls.parsed(null)).isEmpty();
    }
}
