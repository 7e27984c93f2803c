package io.cascadeledger.eventstore.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.cascadeledger.bank.BankStatementId;
import io.cascadeledger.journal.chart.ChartId;
import io.cascadeledger.journal.manual.ManualEntryId;
import io.cascadeledger.journal.period.AccountingPeriodsId;
import io.cascadeledger.journal.settings.BooksSettingsId;

/** How the identities of the books are written: as the streams that they name. */
final class BooksJson {

  private BooksJson() {}

  abstract static class ManualEntryIdAsText {
    @JsonCreator
    static ManualEntryId parse(String streamId) {
      return ManualEntryId.parse(streamId);
    }

    @Override
    @JsonValue
    public abstract String toString();
  }

  abstract static class BankStatementIdAsText {
    @JsonCreator
    static BankStatementId parse(String streamId) {
      return BankStatementId.parse(streamId);
    }

    @Override
    @JsonValue
    public abstract String toString();
  }

  abstract static class ChartIdAsText {
    @JsonCreator
    static ChartId parse(String streamId) {
      return ChartId.parse(streamId);
    }

    @Override
    @JsonValue
    public abstract String toString();
  }

  abstract static class AccountingPeriodsIdAsText {
    @JsonCreator
    static AccountingPeriodsId parse(String streamId) {
      return AccountingPeriodsId.parse(streamId);
    }

    @Override
    @JsonValue
    public abstract String toString();
  }

  abstract static class BooksSettingsIdAsText {
    @JsonCreator
    static BooksSettingsId parse(String streamId) {
      return BooksSettingsId.parse(streamId);
    }

    @Override
    @JsonValue
    public abstract String toString();
  }
}
