package io.cascadeledger.loan.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cascadeledger.accrual.AccrualBatchId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StreamIdentityTest {
  private static final UUID ID = UUID.fromString("0a1b2c3d-4e5f-4061-8273-8495a6b7c8d9");

  @Test
  void a_stream_is_named_by_its_type_its_tenant_and_its_identifier() {
    assertThat(new LoanId("northwind", ID))
        .hasToString("loan/northwind/0a1b2c3d-4e5f-4061-8273-8495a6b7c8d9");
    assertThat(new AccrualBatchId("northwind", ID))
        .hasToString("accrual_batch/northwind/0a1b2c3d-4e5f-4061-8273-8495a6b7c8d9");
  }

  @Test
  void an_identity_can_be_read_back_from_the_name_of_its_stream() {
    LoanId loan = new LoanId("north_wind-2", ID);
    AccrualBatchId batch = new AccrualBatchId("north_wind-2", ID);
    assertThat(LoanId.parse(loan.toString())).isEqualTo(loan);
    assertThat(AccrualBatchId.parse(batch.toString())).isEqualTo(batch);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "loan",
        "loan/northwind",
        "loan/northwind/not-an-identifier",
        "loan/North/0a1b2c3d-4e5f-4061-8273-8495a6b7c8d9",
        "loan/northwind/0a1b2c3d-4e5f-4061-8273-8495a6b7c8d9/",
        "Loan/northwind/0a1b2c3d-4e5f-4061-8273-8495a6b7c8d9",
        "debtor/northwind/0a1b2c3d-4e5f-4061-8273-8495a6b7c8d9"
      })
  void the_name_of_another_stream_is_no_identity(String streamId) {
    assertThatIllegalArgumentException().isThrownBy(() -> LoanId.parse(streamId));
    assertThatIllegalArgumentException().isThrownBy(() -> AccrualBatchId.parse(streamId));
  }

  @Test
  void the_same_identifier_of_two_tenants_names_two_loans() {
    assertThat(new LoanId("northwind", ID)).isNotEqualTo(new LoanId("southwind", ID));
    assertThat(new LoanId("northwind", ID)).doesNotHaveToString(new LoanId("southwind", ID) + "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"n", "0", "north_wind-2", "northwind"})
  void a_tenants_name_is_short_and_plain(String tenant) {
    assertThat(new LoanId(tenant, ID).tenant()).isEqualTo(tenant);
    assertThat(new AccrualBatchId(tenant, ID).tenant()).isEqualTo(tenant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "North", "north/wind", "north wind", "-north", "_north", "nörth", "n\n"})
  void a_name_that_could_be_mistaken_is_refused(String tenant) {
    assertThatIllegalArgumentException().isThrownBy(() -> new LoanId(tenant, ID));
    assertThatIllegalArgumentException().isThrownBy(() -> new AccrualBatchId(tenant, ID));
  }

  @Test
  void a_tenants_name_has_63_characters_at_most() {
    assertThat(new LoanId("n".repeat(63), ID).tenant()).hasSize(63);
    assertThatIllegalArgumentException().isThrownBy(() -> new LoanId("n".repeat(64), ID));
  }

  @Test
  void there_is_no_identity_without_an_identifier() {
    assertThatExceptionOfType(NullPointerException.class)
        .isThrownBy(() -> new LoanId("northwind", null));
    assertThatExceptionOfType(NullPointerException.class)
        .isThrownBy(() -> new AccrualBatchId("northwind", null));
  }
}
