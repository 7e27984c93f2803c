package io.cascadeledger.api.bank;

import io.cascadeledger.api.json.Describe;
import io.cascadeledger.journal.chart.Chart;
import io.cascadeledger.projections.bank.BankAccountView;
import io.cascadeledger.projections.control.Integrity;
import io.cascadeledger.projections.control.OpenClearing;
import io.cascadeledger.projections.control.RollUp;
import io.cascadeledger.projections.control.SuspenseAge;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;

/** Whether the books are sound, as it is answered. */
record ReconciliationAnswer(
    @Describe("The last effective date that counts.") LocalDate asOfDate,
    @Describe("Each account, added up from its lines.") LedgerIntegrity ledgerIntegrity,
    @Describe("The accounts at banks, of which there are statements.")
        List<BankReconciliation> bankReconciliation,
    @Describe("The accounts that sum up loans, or what debtors owe, held against these.")
        PortfolioRollup portfolioRollup,
    @Describe("What is kept for borrowers, by age; a row for each currency.")
        List<SuspenseAgeing> suspenseAgeing,
    @Describe("The accounts that should return to zero and have not.")
        List<ClearingAccount> clearingAccounts) {

  static final String OK = "ok";
  static final String MISMATCH = "mismatch";

  /** Whether the totals are what the lines sum to. */
  @Describe("Whether the kept totals of each account are what its lines sum to.")
  record LedgerIntegrity(
      @Describe("ok or mismatch.") String status,
      @Describe("How many accounts differ, each currency by itself.") int mismatchedAccountCount,
      @Describe("When it was looked at.") Instant checkedAt,
      @Describe("The accounts that differ.") List<MismatchedAccount> mismatchedAccounts) {}

  /** An account whose totals are wrong. */
  @Describe("An account whose kept totals differ from its lines.")
  record MismatchedAccount(
      @Describe("The account.") String accountCode, @Describe("The currency.") String currency) {}

  /** What the books lack of what a bank says. */
  @Describe("What the books lack of what a bank says.")
  record BankReconciliation(
      @Describe("The account at the bank.") String bankAccountRef,
      @Describe("matched if every line is a payment of the books, else unmatched.") String status,
      @Describe("What the lines that are none sum to, in minor units.") String differenceMinor,
      @Describe("The currency.") String currency,
      @Describe("How many lines are none.") String unmatchedCount,
      @Describe("The last day of which there is a statement.") LocalDate lastDay) {}

  /** Whether ledger and loans agree. */
  @Describe("Whether the general ledger is the sum of the loans.")
  record PortfolioRollup(
      @Describe("ok or mismatch.") String status,
      @Describe(
              value =
                  "The principal in the general ledger, in minor units; left out if there are"
                      + " several currencies.",
              optional = true)
          String glPrincipalMinor,
      @Describe(value = "The principal of all loans, likewise.", optional = true)
          String sumOfLoanBalancesMinor,
      @Describe("Every account that sums up loans, or what debtors owe, in each currency.")
          List<RolledUpAccount> accounts) {}

  /** An account and the loans that it sums up. */
  @Describe("An account that sums up loans, or debtor accounts and claims.")
  record RolledUpAccount(
      @Describe("The account.") String accountCode,
      @Describe("The currency.") String currency,
      @Describe("What the general ledger has.") String glMinor,
      @Describe("What the loans have, or the debtor accounts and claims.")
          String sumOfLoanBalancesMinor,
      @Describe("The first less the second.") String differenceMinor) {}

  /** What is kept for borrowers. */
  @Describe("What is kept for borrowers in a currency: what came first has gone first.")
  record SuspenseAgeing(
      @Describe("The currency.") String currency,
      @Describe("How many loans have some.") String loanCount,
      @Describe("All of it, in minor units.") String totalMinor,
      @Describe("What came within 30 days.") String withinThirtyDaysMinor,
      @Describe("What came 31 to 60 days ago.") String withinSixtyDaysMinor,
      @Describe("What came 61 to 90 days ago.") String withinNinetyDaysMinor,
      @Describe("What came before that.") String olderMinor) {}

  /** What has not arrived. */
  @Describe("An account that should return to zero and has not.")
  record ClearingAccount(
      @Describe("The account.") String accountCode,
      @Describe("Its name.") String accountName,
      @Describe("The currency.") String currency,
      @Describe("DR or CR: the side on which something is open.") String direction,
      @Describe("What is open, in minor units.") String openMinor,
      @Describe("The day of the oldest of it, if what came first has gone first.")
          LocalDate openSince,
      @Describe("How many days ago that was.") int ageDays) {}

  static LedgerIntegrity integrity(Integrity integrity, Instant checkedAt) {
    List<MismatchedAccount> accounts =
        integrity.mismatched().stream()
            .map(it -> new MismatchedAccount(it.accountCode(), it.currency()))
            .toList();
    return new LedgerIntegrity(
        accounts.isEmpty() ? OK : MISMATCH, accounts.size(), checkedAt, accounts);
  }

  static List<BankReconciliation> bank(List<BankAccountView> accounts) {
    return accounts.stream()
        .map(
            it ->
                new BankReconciliation(
                    it.bankAccountRef(),
                    it.unmatched() == 0 ? "matched" : "unmatched",
                    it.differenceMinor().toString(),
                    it.currency().getCurrencyCode(),
                    Long.toString(it.unmatched()),
                    it.lastDay()))
        .toList();
  }

  static PortfolioRollup rollUp(List<RollUp> accounts) {
    boolean sound = accounts.stream().allMatch(it -> it.ledgerMinor().equals(it.loansMinor()));
    List<RollUp> principal =
        accounts.stream().filter(it -> it.account().value().equals("1100")).toList();
    boolean one = accounts.stream().map(RollUp::currency).distinct().count() <= 1;
    return new PortfolioRollup(
        sound ? OK : MISMATCH,
        one ? sum(principal, RollUp::ledgerMinor) : null,
        one ? sum(principal, RollUp::loansMinor) : null,
        accounts.stream()
            .map(
                it ->
                    new RolledUpAccount(
                        it.account().value(),
                        it.currency().getCurrencyCode(),
                        it.ledgerMinor().toString(),
                        it.loansMinor().toString(),
                        it.ledgerMinor().subtract(it.loansMinor()).toString()))
            .toList());
  }

  private static String sum(List<RollUp> accounts, Function<RollUp, BigInteger> part) {
    return accounts.stream().map(part).reduce(BigInteger.ZERO, BigInteger::add).toString();
  }

  static List<SuspenseAgeing> suspense(List<SuspenseAge> ages) {
    return ages.stream()
        .map(
            it ->
                new SuspenseAgeing(
                    it.currency().getCurrencyCode(),
                    Long.toString(it.loans()),
                    it.upTo30Minor()
                        .add(it.upTo60Minor())
                        .add(it.upTo90Minor())
                        .add(it.olderMinor())
                        .toString(),
                    it.upTo30Minor().toString(),
                    it.upTo60Minor().toString(),
                    it.upTo90Minor().toString(),
                    it.olderMinor().toString()))
        .toList();
  }

  static List<ClearingAccount> clearing(List<OpenClearing> open, Chart chart, LocalDate asOf) {
    return open.stream()
        .map(
            it ->
                new ClearingAccount(
                    it.account().value(),
                    chart.find(it.account()).orElseThrow().name(),
                    it.currency().getCurrencyCode(),
                    it.debitLessCreditMinor().signum() > 0 ? "DR" : "CR",
                    it.debitLessCreditMinor().abs().toString(),
                    it.openSince(),
                    Math.toIntExact(ChronoUnit.DAYS.between(it.openSince(), asOf))))
        .toList();
  }

  static ReconciliationAnswer example() {
    LocalDate day = LocalDate.of(2026, 5, 1);
    return new ReconciliationAnswer(
        day,
        new LedgerIntegrity(OK, 0, Instant.parse("2026-05-05T12:00:00Z"), List.of()),
        List.of(
            new BankReconciliation(
                "DE02120300000000202051", "unmatched", "88849", "USD", "1", day)),
        new PortfolioRollup(
            OK,
            "921651",
            "921651",
            List.of(new RolledUpAccount("1100", "USD", "921651", "921651", "0"))),
        List.of(new SuspenseAgeing("USD", "1", "700", "700", "0", "0", "0")),
        List.of(new ClearingAccount("1000", "Cash Clearing", "USD", "DR", "88849", day, 0)));
  }
}
