package dev.breakwater.central.notification.internal.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "169.254.169.254",
                "169.254.0.1",
                "224.0.0.1",
                "239.1.1.1",
                "240.0.0.1",
                "255.255.255.255",
                "100.100.100.200",
                "168.63.129.16",
                "192.0.0.192",
                "::",
                "fe80::1",
                "ff02::1",
                "fd00:ec2::254",
                "::ffff:169.254.169.254",
                "::169.254.169.254",
                "64:ff9b::a9fe:a9fe",
                "2002:a9fe:a9fe::1",
                "2001:0:1234::1"
            })
    void isNeverATarget(String address) throws UnknownHostException {
        assertThat(AddressRange.isNever(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.0.1",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "100.64.0.1",
                "100.127.255.255",
                "192.0.0.8",
                "198.18.0.1",
                "::1",
                "fc00::1",
                "fd12:3456::1",
                "fec0::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:7f00:1::"
            })
    void isInternal(String address) throws UnknownHostException {
        InetAddress inet = InetAddress.getByName(address);
        assertThat(AddressRange.isNever(inet)).isFalse();
        assertThat(AddressRange.isInternal(inet)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "192.167.1.1",
                "100.63.0.1",
                "100.128.0.1",
                "198.20.0.1",
                "203.0.113.9",
                "2606:4700::1111",
                "64:ff9b::101:101"
            })
    void isOfTheInternet(String address) throws UnknownHostException {
        InetAddress inet = InetAddress.getByName(address);
        assertThat(AddressRange.isNever(inet)).isFalse();
        assertThat(AddressRange.isInternal(inet)).isFalse();
    }
}
