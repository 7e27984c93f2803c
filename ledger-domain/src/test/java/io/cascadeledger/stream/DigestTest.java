package io.cascadeledger.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cascadeledger.account.event.AccountId;
import io.cascadeledger.claim.event.ClaimId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DigestTest {
  @Test
  void parts_that_are_cut_otherwise_have_another_digest() {
    assertThat(
            List.of(
                Digest.of("ab", "c"),
                Digest.of("a", "bc"),
                Digest.of("abc"),
                Digest.of("abc", null),
                Digest.of("abc", ""),
                Digest.of(List.of("ab", "c")),
                Digest.of(List.of("ab"), "c"),
                Digest.of(Arrays.asList("ab", null), "c")))
        .doesNotHaveDuplicates()
        .allMatch(digest -> digest.matches("[0-9a-f]{32}"));
  }

  @Test
  void a_text_has_one_uuid_of_version_8() {
    UUID uuid = Digest.uuidOf("ACCOUNT_REFERENCE_002");

    assertThat(uuid).isEqualTo(Digest.uuidOf("ACCOUNT_REFERENCE_002"));
    assertThat(uuid).isNotEqualTo(Digest.uuidOf("ACCOUNT_REFERENCE_003"));
    assertThat(uuid.version()).isEqualTo(8);
    assertThat(uuid.variant()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "a/b/c", "Zürich 7", "../..", "{}\""})
  void any_reference_names_an_account_and_is_read_back(String reference) {
    AccountId account = new AccountId("acme", reference);

    assertThat(AccountId.parse(account.text())).isEqualTo(account);
    assertThat(account.toString()).isEqualTo("debtor_account/acme/" + Digest.uuidOf(reference));
    assertThat(ClaimId.parse(new ClaimId("acme", reference).text()).reference())
        .isEqualTo(reference);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\nb", "\u0000"})
  void an_empty_text_or_one_with_control_characters_is_no_reference(String reference) {
    assertThatIllegalArgumentException().isThrownBy(() -> new AccountId("acme", reference));
  }

  @Test
  void a_reference_is_no_longer_than_others_can_hold() {
    assertThat(Reference.isSound("x".repeat(255))).isTrue();
    assertThat(Reference.isSound("x".repeat(256))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"claim/acme/x", "debtor_account/acme", "debtor_account/ACME/x"})
  void what_names_something_else_is_not_read(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> AccountId.parse(text));
  }
}
