package io.cascadeledger.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.refusal.RefusalCode;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalsTest {

  @ParameterizedTest
  @EnumSource(RefusalCode.class)
  void every_refusal_is_reported_under_its_own_name(RefusalCode code) {
    assertThat(Refusals.problemOf(code).name()).isEqualTo(code.name());
  }

  @Test
  void refusals_have_the_status_that_says_whose_move_it_is() {
    Map<RefusalCode, Integer> others = new EnumMap<>(RefusalCode.class);
    others.put(RefusalCode.LOAN_NOT_FOUND, 404);
    others.put(RefusalCode.JOURNAL_ENTRY_NOT_FOUND, 404);
    others.put(RefusalCode.LOAN_ALREADY_EXISTS, 409);
    others.put(RefusalCode.ENTRY_ALREADY_REVERSED, 409);
    others.put(RefusalCode.LOAN_CLOSED, 409);
    others.put(RefusalCode.ACCOUNT_NOT_FOUND, 404);
    others.put(RefusalCode.ENTRY_NOT_DRAFT, 409);
    others.put(RefusalCode.STATEMENT_ALREADY_IMPORTED, 409);
    others.put(RefusalCode.ACCOUNT_ALREADY_EXISTS, 409);
    others.put(RefusalCode.ACCOUNT_CLOSED, 409);
    others.put(RefusalCode.ACCOUNT_OPEN, 409);
    others.put(RefusalCode.APPROVER_IS_AUTHOR, 403);
    others.put(RefusalCode.PERIOD_CHANGE_NOT_FOUND, 404);
    others.put(RefusalCode.PERIOD_CHANGE_PENDING, 409);
    others.put(RefusalCode.PERIOD_ALREADY_CLOSED, 409);
    others.put(RefusalCode.PERIOD_NOT_CLOSED, 409);
    others.put(RefusalCode.PERIOD_NOT_LAST, 409);
    others.put(RefusalCode.PERIOD_CLOSED, 409);
    others.put(RefusalCode.LOAN_NOT_SETTLED, 409);
    others.put(RefusalCode.LOAN_LOST, 409);
    others.put(RefusalCode.LOAN_SOLD, 409);
    others.put(RefusalCode.LOAN_NOT_LOST, 409);
    others.put(RefusalCode.PAYMENT_NOT_FOUND, 404);
    others.put(RefusalCode.CHARGE_NOT_FOUND, 404);
    others.put(RefusalCode.DELINQUENCY_PAUSE_NOT_FOUND, 404);
    others.put(RefusalCode.PAYMENT_NOT_PENDING, 409);
    others.put(RefusalCode.PAYMENT_ALREADY_SETTLED, 409);
    others.put(RefusalCode.PAYMENT_ALREADY_VOIDED, 409);
    others.put(RefusalCode.PAYMENT_PENDING, 409);
    others.put(RefusalCode.LOAN_HAS_PENDING_PAYMENTS, 409);
    others.put(RefusalCode.PRODUCT_NOT_FOUND, 404);
    others.put(RefusalCode.PRODUCT_VERSION_NOT_FOUND, 404);
    others.put(RefusalCode.PRODUCT_ALREADY_EXISTS, 409);
    others.put(RefusalCode.PRODUCT_RETIRED, 409);
    Map<RefusalCode, Integer> expected =
        Arrays.stream(RefusalCode.values())
            .collect(Collectors.toMap(code -> code, code -> others.getOrDefault(code, 422)));

    assertThat(
            Arrays.stream(RefusalCode.values())
                .collect(Collectors.toMap(code -> code, code -> Refusals.problemOf(code).status())))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource(ProblemCode.class)
  void every_problem_is_explained_in_sentences(ProblemCode code) {
    assertThat(code.wireName()).matches("[a-z]+(_[a-z]+)*");
    assertThat(code.type()).isEqualTo("/docs/errors#" + code.wireName());
    assertThat(code.title()).matches("[A-Z].*[^.]");
    assertThat(code.meaning()).matches("[A-Z].*\\.");
    assertThat(code.remedy()).matches("[A-Z].*\\.");
  }
}
