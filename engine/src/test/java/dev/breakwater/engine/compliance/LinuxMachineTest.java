package dev.breakwater.engine.compliance;

import static dev.breakwater.engine.compliance.Outcome.FAIL;
import static dev.breakwater.engine.compliance.Outcome.NOT_APPLICABLE;
import static dev.breakwater.engine.compliance.Outcome.PASS;
import static dev.breakwater.engine.compliance.Outcome.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.image.OperatingSystem;
import dev.breakwater.engine.machine.MachineEvidence;
import dev.breakwater.engine.machine.MachineEvidence.Account;
import dev.breakwater.engine.machine.MachineEvidence.Group;
import dev.breakwater.engine.machine.MachineEvidence.Mount;
import dev.breakwater.engine.machine.MachineEvidence.PasswordState;
import dev.breakwater.engine.machine.MachineEvidence.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the checks say of Debian and Ubuntu. */
class LinuxMachineTest {

    @Test
    void eachDistributionIsAskedItsOwnChecks() {
        MachineBuilder debian = new MachineBuilder().packages("dpkg");
        assertThat(debian.outcome("debian-12-no-telnet-client")).isEqualTo(PASS);
        assertThat(debian.outcome("ubuntu-24.04-no-telnet-client")).isEqualTo(NOT_APPLICABLE);
        debian.os = new OperatingSystem("ubuntu", "24.04", "noble", "Ubuntu 24.04.3 LTS");
        assertThat(debian.outcome("debian-12-no-telnet-client")).isEqualTo(NOT_APPLICABLE);
        assertThat(debian.outcome("ubuntu-24.04-no-telnet-client")).isEqualTo(PASS);
        assertThat(debian.outcome("ubuntu-24.04-no-apport")).isEqualTo(PASS);
        debian.os = null;
        assertThat(debian.outcome("debian-12-no-telnet-client")).isEqualTo(UNKNOWN);
    }

    @Test
    void aKernelParameterHasToBeRightNowAndAfterTheNextStart() {
        MachineBuilder machine = new MachineBuilder();
        assertThat(machine.outcome("debian-12-syncookies")).isEqualTo(UNKNOWN);
        machine.kernelParameters.put("net.ipv4.tcp_syncookies", "1");
        assertThat(machine.outcome("debian-12-syncookies")).isEqualTo(FAIL);
        machine.text("/etc/sysctl.d/60-net.conf", "net/ipv4/tcp_syncookies=1\n");
        assertThat(machine.outcome("debian-12-syncookies")).isEqualTo(PASS);
        machine.text("/usr/lib/sysctl.d/99-late.conf", "net.ipv4.tcp_syncookies = 0\n");
        assertThat(machine.outcome("debian-12-syncookies")).isEqualTo(FAIL);
        machine.text("/etc/sysctl.d/99-late.conf", "# nothing\n");
        assertThat(machine.outcome("debian-12-syncookies")).isEqualTo(PASS);
        machine.kernelParameters.put("net.ipv4.tcp_syncookies", "0");
        assertThat(machine.outcome("debian-12-syncookies")).isEqualTo(FAIL);
    }

    @Test
    void aPatternOfKernelParametersCounts() {
        MachineBuilder machine = new MachineBuilder().text("/etc/sysctl.d/a.conf", "-net.ipv4.conf.*.rp_filter = 1\n");
        machine.kernelParameters.put("net.ipv4.conf.all.rp_filter", "1");
        machine.kernelParameters.put("net.ipv4.conf.default.rp_filter", "1");
        assertThat(machine.outcome("debian-12-reverse-path")).isEqualTo(PASS);
    }

    @Test
    void aModuleIsKeptOutOrIsNotThere() {
        MachineBuilder machine = new MachineBuilder();
        assertThat(machine.outcome("debian-12-no-cramfs")).isEqualTo(UNKNOWN);
        machine.file("/lib/modules/6.1.0-28-amd64", 0755, "root:root", null);
        assertThat(machine.outcome("debian-12-no-cramfs")).isEqualTo(PASS);
        machine.file("/lib/modules/6.1.0-28-amd64/kernel/fs/cramfs", 0755, "root:root", null);
        assertThat(machine.outcome("debian-12-no-cramfs")).isEqualTo(FAIL);
        machine.text("/etc/modprobe.d/cis.conf", "install cramfs /bin/false\n");
        assertThat(machine.outcome("debian-12-no-cramfs")).isEqualTo(FAIL);
        machine.text("/etc/modprobe.d/cis.conf", "install cramfs /bin/false\nblacklist cramfs\n");
        assertThat(machine.outcome("debian-12-no-cramfs")).isEqualTo(PASS);
        machine.modules.add("cramfs");
        assertThat(machine.outcome("debian-12-no-cramfs")).isEqualTo(FAIL);
    }

    @Test
    void optionsOfWhatIsNotMountedDoNotApply() {
        MachineBuilder machine = new MachineBuilder();
        assertThat(machine.outcome("debian-12-tmp-own")).isEqualTo(UNKNOWN);
        machine.mounts.add(new Mount("/dev/sda1", "/", "ext4", List.of("rw")));
        assertThat(machine.outcome("debian-12-tmp-own")).isEqualTo(FAIL);
        assertThat(machine.outcome("debian-12-tmp-nosuid")).isEqualTo(NOT_APPLICABLE);
        machine.mounts.add(new Mount("tmpfs", "/tmp", "tmpfs", List.of("rw", "nosuid", "nodev")));
        assertThat(machine.outcome("debian-12-tmp-own")).isEqualTo(PASS);
        assertThat(machine.outcome("debian-12-tmp-nosuid")).isEqualTo(PASS);
        assertThat(machine.outcome("debian-12-tmp-noexec")).isEqualTo(FAIL);
    }

    @Test
    void aServiceThatIsInstalledMayBeSwitchedOff() {
        MachineBuilder machine = new MachineBuilder().packages("rsync");
        assertThat(machine.outcome("debian-12-no-rsync")).isEqualTo(UNKNOWN);
        machine.units.add(new Unit("rsync.service", "disabled", "inactive"));
        assertThat(machine.outcome("debian-12-no-rsync")).isEqualTo(PASS);
        machine.units.set(0, new Unit("rsync.service", "enabled", "inactive"));
        assertThat(machine.outcome("debian-12-no-rsync")).isEqualTo(FAIL);
        machine.units.set(0, new Unit("rsync.service", "", ""));
        assertThat(machine.outcome("debian-12-no-rsync")).isEqualTo(UNKNOWN);
    }

    @Test
    void theFirstLineOfSshdCountsAndIncludedFilesWhereTheyAreIncluded() {
        MachineBuilder machine = new MachineBuilder().packages("sudo");
        assertThat(machine.outcome("debian-12-sshd-root")).isEqualTo(NOT_APPLICABLE);
        machine.packages("openssh-server");
        machine.text("/etc/ssh/sshd_config", """
                Include /etc/ssh/sshd_config.d/*.conf
                permitrootlogin yes
                MaxAuthTries=3
                Ciphers -aes128-cbc,aes256-cbc
                MACs +umac-64@openssh.com
                Match User backup
                    PermitEmptyPasswords yes
                    Banner /etc/issue.net
                """);
        machine.text("/etc/ssh/sshd_config.d/10-cis.conf", "PermitRootLogin no\nLoginGraceTime 1m\n");
        assertThat(machine.outcome("debian-12-sshd-root")).isEqualTo(PASS);
        assertThat(machine.outcome("debian-12-sshd-tries")).isEqualTo(PASS);
        assertThat(machine.outcome("debian-12-sshd-grace")).isEqualTo(PASS);
        assertThat(machine.outcome("debian-12-sshd-ciphers")).isEqualTo(PASS);
        assertThat(machine.outcome("debian-12-sshd-macs")).isEqualTo(FAIL);
        assertThat(machine.outcome("debian-12-sshd-empty-passwords")).isEqualTo(PASS);
        assertThat(machine.outcome("debian-12-sshd-banner")).isEqualTo(FAIL);
        assertThat(machine.outcome("debian-12-sshd-startups")).isEqualTo(FAIL);
        machine.unreadable("/etc/ssh/sshd_config.d/10-cis.conf");
        assertThat(machine.outcome("debian-12-sshd-root")).isEqualTo(UNKNOWN);
    }

    @Test
    void anArgumentOfPamComesBeforeItsFile() {
        MachineBuilder machine = new MachineBuilder()
                .text("/etc/pam.d/common-password", "password [success=1 default=ignore] pam_pwquality.so retry=3\n")
                .text("/etc/security/pwquality.conf", "minlen = 14\nminclass=4\n# difok = 9\nenforce_for_root\n");
        assertThat(machine.outcome("debian-12-pwquality-minlen")).isEqualTo(PASS);
        assertThat(machine.outcome("debian-12-pwquality-classes")).isEqualTo(PASS);
        assertThat(machine.outcome("debian-12-pwquality-difok")).isEqualTo(FAIL);
        assertThat(machine.outcome("debian-12-pwquality-root")).isEqualTo(PASS);
        assertThat(machine.outcome("debian-12-pwquality-dictcheck")).isEqualTo(PASS);
        machine.text("/etc/pam.d/common-password", "password requisite pam_pwquality.so minlen=6\n");
        assertThat(machine.outcome("debian-12-pwquality-minlen")).isEqualTo(FAIL);
        assertThat(machine.outcome("debian-12-pam-pwhistory")).isEqualTo(FAIL);
    }

    @Test
    void nullokAnywhereFails() {
        MachineBuilder machine = new MachineBuilder();
        for (String file : List.of("account", "auth", "password", "session", "session-noninteractive")) {
            machine.text("/etc/pam.d/common-" + file, file + " required pam_unix.so\n");
        }
        assertThat(machine.outcome("debian-12-pam-unix-nullok")).isEqualTo(PASS);
        machine.text("/etc/pam.d/common-auth", "auth [success=1 default=ignore] pam_unix.so nullok\n");
        assertThat(machine.outcome("debian-12-pam-unix-nullok")).isEqualTo(FAIL);
    }

    @Test
    void sudoIsReadFromAllItsFiles() {
        MachineBuilder machine = new MachineBuilder()
                .packages("sudo")
                .text("/etc/sudoers", "Defaults env_reset, use_pty\nroot ALL=(ALL:ALL) ALL\n")
                .text("/etc/sudoers.d/90-cloud", "# NOPASSWD would be bad\n");
        assertThat(machine.outcome("debian-12-sudo-pty")).isEqualTo(PASS);
        assertThat(machine.outcome("debian-12-sudo-password")).isEqualTo(PASS);
        assertThat(machine.outcome("debian-12-sudo-log")).isEqualTo(FAIL);
        machine.text("/etc/sudoers.d/90-cloud", "deploy ALL=(ALL) NOPASSWD: ALL\nDefaults timestamp_timeout=30\n");
        assertThat(machine.outcome("debian-12-sudo-password")).isEqualTo(FAIL);
        assertThat(machine.outcome("debian-12-sudo-timeout")).isEqualTo(FAIL);
    }

    @Test
    void aRuleOfAuditThatWritesDownMoreIsAsGood() {
        MachineBuilder machine = new MachineBuilder();
        assertThat(machine.outcome("debian-12-audit-sudoers")).isEqualTo(FAIL);
        machine.text("/etc/audit/rules.d/50.rules", """
                -w /etc/sudoers -p wa -k scope
                -a always,exit -F dir=/etc/sudoers.d/ -F perm=wa -F key=scope
                -a always,exit -F arch=b64 -S adjtimex,settimeofday -S clock_settime -k time
                -a always,exit -F arch=b32 -S adjtimex,settimeofday -k time
                -a always,exit -F arch=b64 -S mount -F auid>=1000 -F auid!=4294967295 -k mounts
                -a always,exit -F arch=b32 -S mount -F auid>=1000 -F auid!=-1 -k mounts
                -a always,exit -F path=/usr/bin/chcon -F perm=x -F auid=1000 -k perm
                -e 2
                """);
        assertThat(machine.outcome("debian-12-audit-sudoers")).isEqualTo(PASS);
        assertThat(machine.outcome("debian-12-audit-time")).isEqualTo(FAIL);
        assertThat(machine.outcome("debian-12-audit-mounts")).isEqualTo(PASS);
        assertThat(machine.outcome("debian-12-audit-chcon")).isEqualTo(FAIL);
        assertThat(machine.outcome("debian-12-audit-immutable")).isEqualTo(PASS);
        assertThat(machine.judged()
                        .get("debian-12-audit-time")
                        .evidence()
                        .getFirst()
                        .message())
                .startsWith("No rule writes down clock_settime (b32)");
    }

    @Test
    void accountsAreAskedOneByOne() {
        MachineBuilder machine = new MachineBuilder();
        assertThat(machine.outcome("debian-12-uid-0")).isEqualTo(UNKNOWN);
        machine.accounts.add(account("root", 0, "/bin/bash", PasswordState.LOCKED, 99999));
        machine.accounts.add(account("ann", 1000, "/bin/bash", PasswordState.SET, 365));
        machine.groups.add(new Group("root", 0, List.of()));
        assertThat(machine.outcome("debian-12-uid-0")).isEqualTo(PASS);
        assertThat(machine.outcome("debian-12-no-empty-passwords")).isEqualTo(PASS);
        assertThat(machine.outcome("debian-12-homes")).isEqualTo(UNKNOWN);
        machine.file("/home/ann", 0750, "ann:ann", null).file("/home/root", 0700, "root:root", null);
        assertThat(machine.outcome("debian-12-homes")).isEqualTo(PASS);
        machine.accounts.add(account("toor", 0, "/bin/sh", PasswordState.EMPTY, -1));
        assertThat(machine.outcome("debian-12-uid-0")).isEqualTo(FAIL);
        assertThat(machine.outcome("debian-12-uids-unique")).isEqualTo(FAIL);
        assertThat(machine.outcome("debian-12-no-empty-passwords")).isEqualTo(FAIL);
        machine.accounts.set(2, account("daemon", 1, "/bin/sh", PasswordState.LOCKED, -1));
        assertThat(machine.outcome("debian-12-system-shells")).isEqualTo(FAIL);
        machine.accounts.set(2, account("bob", 1001, "/bin/sh", PasswordState.UNKNOWN, -1));
        assertThat(machine.outcome("debian-12-no-empty-passwords")).isEqualTo(UNKNOWN);
    }

    @Test
    void theEndOfPasswordsIsThatOfNewAndOfOldOnes() {
        MachineBuilder machine = new MachineBuilder().text("/etc/login.defs", "PASS_MAX_DAYS\t365\n");
        machine.accounts.add(account("ann", 1000, "/bin/bash", PasswordState.SET, 365));
        assertThat(machine.outcome("debian-12-password-max")).isEqualTo(PASS);
        machine.accounts.add(account("bob", 1001, "/bin/bash", PasswordState.SET, 99999));
        assertThat(machine.outcome("debian-12-password-max")).isEqualTo(FAIL);
    }

    @Test
    void onlyAWholeWalkFindsThatThereIsNothing() {
        MachineBuilder machine = new MachineBuilder();
        assertThat(machine.outcome("debian-12-world-writable")).isEqualTo(UNKNOWN);
        machine.looked.add(MachineEvidence.WALK);
        assertThat(machine.outcome("debian-12-world-writable")).isEqualTo(PASS);
        machine.file("/srv/drop", 01777, "root:root", null);
        assertThat(machine.outcome("debian-12-world-writable")).isEqualTo(PASS);
        machine.text("/srv/open.txt", "").file("/srv/open.txt", 0666, "root:root", "");
        assertThat(machine.outcome("debian-12-world-writable")).isEqualTo(FAIL);
        assertThat(machine.outcome("debian-12-unowned")).isEqualTo(PASS);
    }

    @Test
    void aWalkIsNoLookAtOnePath() {
        MachineBuilder machine = new MachineBuilder().packages("grub-common");
        machine.looked.clear();
        machine.looked.add(MachineEvidence.WALK);
        assertThat(machine.outcome("debian-12-passwd-mode")).isEqualTo(UNKNOWN);
    }

    private static Account account(String name, int uid, String shell, PasswordState password, int maxDays) {
        return new Account(name, uid, uid, "/home/" + name, shell, password, "yescrypt", 20000, 1, maxDays, 7, 30);
    }
}
