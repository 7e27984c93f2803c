package io.cascadeledger.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What looks for planted values finds them, in whatever form. */
class PlantedTest {

  private final Planted planted = new Planted("Zebulonia?>");

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "ab", "abc", "{\"name\":\""})
  void a_value_is_found_wherever_it_begins(String before) {
    byte[] text = (before + "Zebulonia?>, and more").getBytes(StandardCharsets.UTF_8);

    assertThat(planted.in(new String(text, StandardCharsets.UTF_8))).hasSize(1);
    assertThat(planted.in("\\\\x" + HexFormat.of().formatHex(text))).hasSize(1);
    assertThat(planted.in(Base64.getEncoder().encodeToString(text))).hasSize(1);
    assertThat(planted.in(Base64.getUrlEncoder().encodeToString(text))).hasSize(1);
    assertThat(planted.in("Zebulonio")).isEmpty();
  }
}
