package io.cascadeledger.api.problem;

import io.cascadeledger.refusal.RefusalCode;
import java.util.List;

/** What the domain's refusals are called in the API, and which field they point at. */
public final class Refusals {

  private Refusals() {}

  /** The problem that a refusal is reported as. */
  public static ProblemCode problemOf(RefusalCode code) {
    return switch (code) {
      case AMOUNT_NOT_POSITIVE -> ProblemCode.AMOUNT_NOT_POSITIVE;
      case AMOUNT_TOO_LARGE -> ProblemCode.AMOUNT_TOO_LARGE;
      case EFFECTIVE_DATE_OUT_OF_RANGE -> ProblemCode.EFFECTIVE_DATE_OUT_OF_RANGE;
      case EFFECTIVE_DATE_IN_FUTURE -> ProblemCode.EFFECTIVE_DATE_IN_FUTURE;
      case BATCH_EMPTY -> ProblemCode.BATCH_EMPTY;
      case BATCH_TOO_LARGE -> ProblemCode.BATCH_TOO_LARGE;
      case BATCH_LOAN_REPEATED -> ProblemCode.BATCH_LOAN_REPEATED;
      case LOAN_ALREADY_EXISTS -> ProblemCode.LOAN_ALREADY_EXISTS;
      case LOAN_NOT_FOUND -> ProblemCode.LOAN_NOT_FOUND;
      case JOURNAL_ENTRY_NOT_FOUND -> ProblemCode.JOURNAL_ENTRY_NOT_FOUND;
      case ENTRY_ALREADY_REVERSED -> ProblemCode.ENTRY_ALREADY_REVERSED;
      case LINE_COUNT_OUT_OF_RANGE -> ProblemCode.LINE_COUNT_OUT_OF_RANGE;
      case ENTRY_NOT_BALANCED -> ProblemCode.ENTRY_NOT_BALANCED;
      case CHART_SIZE_OUT_OF_RANGE -> ProblemCode.CHART_SIZE_OUT_OF_RANGE;
      case ACCOUNT_REPEATED -> ProblemCode.ACCOUNT_REPEATED;
      case BANK_STATEMENT_TOO_LONG -> ProblemCode.BANK_STATEMENT_TOO_LONG;
      case STATEMENT_DOES_NOT_SUM -> ProblemCode.STATEMENT_DOES_NOT_SUM;
      case STATEMENT_ALREADY_IMPORTED -> ProblemCode.STATEMENT_ALREADY_IMPORTED;
      case ENTRY_NOT_DRAFT -> ProblemCode.ENTRY_NOT_DRAFT;
      case ACCOUNT_ALREADY_EXISTS -> ProblemCode.ACCOUNT_ALREADY_EXISTS;
      case ACCOUNT_NOT_FOUND -> ProblemCode.ACCOUNT_NOT_FOUND;
      case ACCOUNT_CLOSED -> ProblemCode.ACCOUNT_CLOSED;
      case ACCOUNT_OPEN -> ProblemCode.ACCOUNT_OPEN;
      case ACCOUNT_IS_CONTROL -> ProblemCode.ACCOUNT_IS_CONTROL;
      case ACCOUNT_CURRENCY_MISMATCH -> ProblemCode.ACCOUNT_CURRENCY_MISMATCH;
      case ACCOUNT_BUILT_IN -> ProblemCode.ACCOUNT_BUILT_IN;
      case ACCOUNT_TYPE_FIXED -> ProblemCode.ACCOUNT_TYPE_FIXED;
      case ACCOUNT_PARENT_UNSOUND -> ProblemCode.ACCOUNT_PARENT_UNSOUND;
      case APPROVER_IS_AUTHOR -> ProblemCode.APPROVER_IS_AUTHOR;
      case LOAN_CLOSED -> ProblemCode.LOAN_CLOSED;
      case LOAN_LOST -> ProblemCode.LOAN_LOST;
      case LOAN_SOLD -> ProblemCode.LOAN_SOLD;
      case PERIOD_CHANGE_NOT_FOUND -> ProblemCode.PERIOD_CHANGE_NOT_FOUND;
      case PERIOD_CHANGE_PENDING -> ProblemCode.PERIOD_CHANGE_PENDING;
      case PERIOD_ALREADY_CLOSED -> ProblemCode.PERIOD_ALREADY_CLOSED;
      case PERIOD_NOT_CLOSED -> ProblemCode.PERIOD_NOT_CLOSED;
      case PERIOD_NOT_LAST -> ProblemCode.PERIOD_NOT_LAST;
      case PERIOD_NOT_OVER -> ProblemCode.PERIOD_NOT_OVER;
      case PERIOD_CLOSED -> ProblemCode.PERIOD_CLOSED;
      case PRODUCT_ALREADY_EXISTS -> ProblemCode.PRODUCT_ALREADY_EXISTS;
      case PRODUCT_NOT_FOUND -> ProblemCode.PRODUCT_NOT_FOUND;
      case PRODUCT_VERSION_NOT_FOUND -> ProblemCode.PRODUCT_VERSION_NOT_FOUND;
      case PRODUCT_RETIRED -> ProblemCode.PRODUCT_RETIRED;
      case PRODUCT_UNSOUND -> ProblemCode.PRODUCT_UNSOUND;
      case TERMS_OUTSIDE_PRODUCT -> ProblemCode.TERMS_OUTSIDE_PRODUCT;
      case CURRENCY_MISMATCH -> ProblemCode.CURRENCY_MISMATCH;
      case BORROWER_MISMATCH -> ProblemCode.BORROWER_MISMATCH;
      case EFFECTIVE_DATE_BEFORE_OPENING -> ProblemCode.EFFECTIVE_DATE_BEFORE_OPENING;
      case EFFECTIVE_DATE_BEFORE_ENTRY -> ProblemCode.EFFECTIVE_DATE_BEFORE_ENTRY;
      case REVERSAL_NOT_REVERSIBLE -> ProblemCode.REVERSAL_NOT_REVERSIBLE;
      case DISBURSEMENT_EXCEEDS_PRINCIPAL -> ProblemCode.DISBURSEMENT_EXCEEDS_PRINCIPAL;
      case TERMS_UNSOUND -> ProblemCode.TERMS_UNSOUND;
      case DISBURSEMENT_OUTSIDE_SCHEDULE -> ProblemCode.DISBURSEMENT_OUTSIDE_SCHEDULE;
      case INTEREST_IS_COMPUTED -> ProblemCode.INTEREST_IS_COMPUTED;
      case LOAN_NOT_SERVICED -> ProblemCode.LOAN_NOT_SERVICED;
      case PAYMENT_NOT_FOUND -> ProblemCode.PAYMENT_NOT_FOUND;
      case CHARGE_NOT_FOUND -> ProblemCode.CHARGE_NOT_FOUND;
      case DELINQUENCY_PAUSE_NOT_FOUND -> ProblemCode.DELINQUENCY_PAUSE_NOT_FOUND;
      case SPLIT_DOES_NOT_SUM -> ProblemCode.SPLIT_DOES_NOT_SUM;
      case EXCEEDS_OWED -> ProblemCode.EXCEEDS_OWED;
      case PAYMENT_EXCEEDS_OWED -> ProblemCode.PAYMENT_EXCEEDS_OWED;
      case EXCEEDS_CHARGE -> ProblemCode.EXCEEDS_CHARGE;
      case EXCEEDS_PAYMENT -> ProblemCode.EXCEEDS_PAYMENT;
      case EXCEEDS_SUSPENSE -> ProblemCode.EXCEEDS_SUSPENSE;
      case EXCEEDS_LOSS -> ProblemCode.EXCEEDS_LOSS;
      case NOTHING_OWED -> ProblemCode.NOTHING_OWED;
      case LOAN_NOT_LOST -> ProblemCode.LOAN_NOT_LOST;
      case TOO_MANY_RESTATEMENTS -> ProblemCode.TOO_MANY_RESTATEMENTS;
      case BALANCE_WOULD_BE_NEGATIVE -> ProblemCode.BALANCE_WOULD_BE_NEGATIVE;
      case BALANCE_TOO_LARGE -> ProblemCode.BALANCE_TOO_LARGE;
      case LOAN_NOT_SETTLED -> ProblemCode.LOAN_NOT_SETTLED;
      case BATCH_REFUSED -> ProblemCode.BATCH_REFUSED;
    };
  }

  /**
   * The fields that a refusal can point at. Operations call the same thing by different names, so
   * the first name that the request's body declares is the one.
   *
   * @return none if the refusal concerns the state of things and no field of the request
   */
  static List<String> fieldsOf(RefusalCode code) {
    return switch (code) {
      case AMOUNT_NOT_POSITIVE,
          AMOUNT_TOO_LARGE,
          DISBURSEMENT_EXCEEDS_PRINCIPAL,
          EXCEEDS_OWED,
          PAYMENT_EXCEEDS_OWED,
          EXCEEDS_CHARGE,
          EXCEEDS_PAYMENT,
          EXCEEDS_SUSPENSE,
          EXCEEDS_LOSS,
          BALANCE_TOO_LARGE ->
          List.of("amount_minor", "principal_minor");
      case PAYMENT_NOT_FOUND -> List.of("payment_event_id");
      case CHARGE_NOT_FOUND -> List.of("charge_id", "target");
      case TERMS_UNSOUND, TERMS_OUTSIDE_PRODUCT, PRODUCT_UNSOUND -> List.of("terms");
      case PRODUCT_ALREADY_EXISTS, PRODUCT_NOT_FOUND, PRODUCT_VERSION_NOT_FOUND, PRODUCT_RETIRED ->
          List.of("product", "product_id");
      case SPLIT_DOES_NOT_SUM -> List.of("target");
      case EFFECTIVE_DATE_OUT_OF_RANGE,
          EFFECTIVE_DATE_IN_FUTURE,
          EFFECTIVE_DATE_BEFORE_OPENING,
          EFFECTIVE_DATE_BEFORE_ENTRY,
          PERIOD_CLOSED,
          DISBURSEMENT_OUTSIDE_SCHEDULE ->
          List.of("effective_at", "accrual_date");
      case BATCH_EMPTY, BATCH_TOO_LARGE, BATCH_LOAN_REPEATED, BATCH_REFUSED -> List.of("loans");
      case LOAN_ALREADY_EXISTS,
          LOAN_NOT_FOUND,
          LOAN_CLOSED,
          LOAN_LOST,
          LOAN_SOLD,
          LOAN_NOT_LOST,
          INTEREST_IS_COMPUTED,
          LOAN_NOT_SERVICED ->
          List.of("loan_id");
      case JOURNAL_ENTRY_NOT_FOUND, ENTRY_ALREADY_REVERSED, REVERSAL_NOT_REVERSIBLE ->
          List.of("reverses_entry_id");
      case LINE_COUNT_OUT_OF_RANGE,
          ENTRY_NOT_BALANCED,
          ACCOUNT_IS_CONTROL,
          ACCOUNT_CURRENCY_MISMATCH ->
          List.of("lines");
      case BANK_STATEMENT_TOO_LONG -> List.of("lines");
      case STATEMENT_DOES_NOT_SUM -> List.of("closing_balance_minor");
      case STATEMENT_ALREADY_IMPORTED -> List.of("statement_ref");
      case CHART_SIZE_OUT_OF_RANGE, ACCOUNT_REPEATED, ACCOUNT_TYPE_FIXED -> List.of("accounts");
      case ACCOUNT_ALREADY_EXISTS -> List.of("account_code");
      case ACCOUNT_PARENT_UNSOUND -> List.of("parent_code", "accounts");
      case ACCOUNT_NOT_FOUND, ACCOUNT_CLOSED -> List.of("lines");
      case ACCOUNT_BUILT_IN -> List.of("accounts");
      case ENTRY_NOT_DRAFT, ACCOUNT_OPEN, APPROVER_IS_AUTHOR, DELINQUENCY_PAUSE_NOT_FOUND ->
          List.of();
      case PERIOD_CHANGE_NOT_FOUND,
          PERIOD_CHANGE_PENDING,
          PERIOD_ALREADY_CLOSED,
          PERIOD_NOT_CLOSED,
          PERIOD_NOT_LAST,
          PERIOD_NOT_OVER ->
          List.of();
      case CURRENCY_MISMATCH -> List.of("currency");
      case BORROWER_MISMATCH -> List.of("borrower_id");
      case BALANCE_WOULD_BE_NEGATIVE, LOAN_NOT_SETTLED, NOTHING_OWED, TOO_MANY_RESTATEMENTS ->
          List.of();
    };
  }
}
