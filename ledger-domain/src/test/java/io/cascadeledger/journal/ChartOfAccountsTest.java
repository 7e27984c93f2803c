package io.cascadeledger.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ChartOfAccountsTest {
  @Test
  void accounts_are_in_the_order_of_their_codes_and_no_code_is_used_twice() {
    List<AccountCode> codes = ChartOfAccounts.accounts().stream().map(Account::code).toList();
    assertThat(codes).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void every_code_that_has_a_name_has_an_account() throws IllegalAccessException {
    List<Field> named =
        Arrays.stream(ChartOfAccounts.class.getFields())
            .filter(field -> field.getType() == AccountCode.class)
            .toList();
    assertThat(named).hasSameSizeAs(ChartOfAccounts.accounts());
    for (Field field : named) {
      AccountCode code = (AccountCode) field.get(null);
      assertThat(ChartOfAccounts.find(code)).get().extracting(Account::code).isEqualTo(code);
    }
  }

  @Test
  void an_unknown_code_has_no_account() {
    assertThat(ChartOfAccounts.find(new AccountCode("9999"))).isEmpty();
  }

  @Test
  void the_first_digit_of_a_code_says_what_the_account_is() {
    for (Account account : ChartOfAccounts.accounts()) {
      AccountType expected =
          switch (account.code().value().charAt(0)) {
            case '1' -> AccountType.ASSET;
            case '2' -> AccountType.LIABILITY;
            case '4' -> AccountType.INCOME;
            case '5' -> AccountType.EXPENSE;
            default -> throw new AssertionError(account);
          };
      assertThat(account.type()).as("%s", account).isEqualTo(expected);
    }
  }

  @Test
  void assets_and_expenses_grow_by_debits_and_what_is_owed_or_earned_by_credits() {
    assertThat(AccountType.ASSET.normalSide()).isEqualTo(Side.DEBIT);
    assertThat(AccountType.LIABILITY.normalSide()).isEqualTo(Side.CREDIT);
    assertThat(AccountType.INCOME.normalSide()).isEqualTo(Side.CREDIT);
    assertThat(AccountType.EXPENSE.normalSide()).isEqualTo(Side.DEBIT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "110", "11000", "11a0", "-110", "1100\n", "١١٠٠"})
  void a_code_has_four_digits(String value) {
    assertThatIllegalArgumentException().isThrownBy(() -> new AccountCode(value));
  }
}
