package io.cascadeledger.api.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

  private final Target strict = new Target(false);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://erp.example.com",
        "https://erp.example.com/",
        "HTTPS://erp.example.com:8443/hooks/ledger?tenant=acme",
        "https://93.184.215.14/hooks",
        "https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/hooks"
      })
  void a_url_of_the_public_internet_is_taken(String url) {
    assertThat(strict.url(url)).isEqualTo(URI.create(url));
  }

  @ParameterizedTest
  @CsvSource({
    "http://erp.example.com, must begin with https://",
    "ftp://erp.example.com, must begin with https://",
    "/hooks, must begin with https://",
    "https:///hooks, must name a host",
    "https:erp.example.com, must name a host",
    "https://erp.example.com:70000/, must name a host",
    "https://erp example.com/, must be a URL",
    "https://user:secret@erp.example.com/, must have no user and no fragment",
    "https://erp.example.com/#top, must have no user and no fragment",
    "https://10.0.0.1/, must not be an address of a private network",
    "https://127.0.0.1/, must not be an address of a private network",
    "https://127.1/, must name a host",
    "https://2130706433/, must not be an address of a private network",
    "https://0.0.0.0/, must not be an address of a private network",
    "https://169.254.169.254/latest, must not be an address of a private network",
    "https://[::1]/, must not be an address of a private network",
    "https://[::ffff:192.168.1.1]/, must not be an address of a private network",
    "https://[fd00::1]/, must not be an address of a private network"
  })
  void another_url_is_refused_with_the_reason(String url, String reason) {
    assertThatIllegalArgumentException().isThrownBy(() -> strict.url(url)).withMessage(reason);
  }

  @Test
  void a_name_of_a_private_address_is_found_out_when_it_is_looked_up() {
    assertThatIOException()
        .isThrownBy(() -> strict.address(URI.create("https://localhost/hooks")))
        .withMessage("The host has no public address.");
  }

  @Test
  void the_address_keeps_the_name_that_certificates_are_held_against() throws IOException {
    InetSocketAddress address = new Target(true).address(URI.create("http://localhost:8099/x"));

    assertThat(address.getHostString()).isEqualTo("localhost");
    assertThat(address.getPort()).isEqualTo(8099);
    assertThat(address.getAddress().isLoopbackAddress()).isTrue();
    assertThat(new Target(true).address(URI.create("https://localhost/")).getPort()).isEqualTo(443);
    assertThat(new Target(true).address(URI.create("http://localhost/")).getPort()).isEqualTo(80);
  }

  @ParameterizedTest
  @CsvSource({
    "9.255.255.255, true",
    "10.0.0.0, false",
    "11.0.0.0, true",
    "100.63.255.255, true",
    "100.64.0.1, false",
    "100.128.0.0, true",
    "169.254.169.254, false",
    "172.15.255.255, true",
    "172.16.0.1, false",
    "172.31.255.255, false",
    "172.32.0.0, true",
    "192.168.0.1, false",
    "198.18.0.1, false",
    "223.255.255.255, true",
    "224.0.0.1, false",
    "255.255.255.255, false",
    "::, false",
    "::1, false",
    "::127.0.0.1, false",
    "64:ff9b::a00:1, false",
    "2001:db8::1, false",
    "2002:a00:1::, false",
    "2a00:1450:4001::1, true",
    "fc00::1, false",
    "fe80::1, false",
    "ff02::1, false"
  })
  void only_addresses_of_the_public_internet_are_public(String address, boolean isPublic)
      throws IOException {
    assertThat(PublicAddresses.has(InetAddress.getByName(address))).isEqualTo(isPublic);
  }
}
