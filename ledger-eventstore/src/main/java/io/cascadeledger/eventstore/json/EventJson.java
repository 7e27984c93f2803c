package io.cascadeledger.eventstore.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import io.cascadeledger.accrual.AccrualBatchId;
import io.cascadeledger.bank.BankStatementId;
import io.cascadeledger.journal.AccountCode;
import io.cascadeledger.journal.Line;
import io.cascadeledger.journal.Lines;
import io.cascadeledger.journal.chart.ChartId;
import io.cascadeledger.journal.manual.ManualEntryId;
import io.cascadeledger.journal.period.AccountingPeriodsId;
import io.cascadeledger.journal.settings.BooksSettingsId;
import io.cascadeledger.loan.event.LoanId;
import io.cascadeledger.loan.state.Figures;
import io.cascadeledger.metadata.Metadata;
import io.cascadeledger.product.ProductId;
import io.cascadeledger.waterfall.Allocation;
import io.cascadeledger.waterfall.AllocationRule;
import io.cascadeledger.waterfall.PaymentTarget;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one JSON form of events. Names are snake case; amounts are strings of minor units, because
 * many readers of JSON lose digits of large numbers; dates are ISO 8601; what is null is left out.
 */
public final class EventJson {

  private static final JsonFormat.Value AS_STRING =
      JsonFormat.Value.forShape(JsonFormat.Shape.STRING);

  private static final JsonMapper MAPPER =
      AccountJson.addTo(JsonMapper.builder())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .changeDefaultVisibility(
              visibility ->
                  visibility
                      .withVisibility(PropertyAccessor.GETTER, Visibility.NONE)
                      .withVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                      .withVisibility(PropertyAccessor.FIELD, Visibility.ANY)
                      .withVisibility(PropertyAccessor.CREATOR, Visibility.ANY))
          .changeDefaultPropertyInclusion(
              inclusion ->
                  inclusion
                      .withValueInclusion(JsonInclude.Include.NON_NULL)
                      .withContentInclusion(JsonInclude.Include.NON_NULL))
          .withConfigOverride(long.class, override -> override.setFormat(AS_STRING))
          .withConfigOverride(Long.class, override -> override.setFormat(AS_STRING))
          .withConfigOverride(BigInteger.class, override -> override.setFormat(AS_STRING))
          .withConfigOverride(BigDecimal.class, override -> override.setFormat(AS_STRING))
          .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .addModule(IsoTimes.module())
          .addMixIn(AccountCode.class, AccountCodeAsText.class)
          .addMixIn(Lines.class, LinesAsList.class)
          .addMixIn(LoanId.class, LoanIdAsText.class)
          .addMixIn(AccrualBatchId.class, AccrualBatchIdAsText.class)
          .addMixIn(ProductId.class, ProductIdAsText.class)
          .addMixIn(ManualEntryId.class, BooksJson.ManualEntryIdAsText.class)
          .addMixIn(BankStatementId.class, BooksJson.BankStatementIdAsText.class)
          .addMixIn(ChartId.class, BooksJson.ChartIdAsText.class)
          .addMixIn(BooksSettingsId.class, BooksJson.BooksSettingsIdAsText.class)
          .addMixIn(AccountingPeriodsId.class, BooksJson.AccountingPeriodsIdAsText.class)
          .addMixIn(Metadata.class, MetadataAsObject.class)
          .addMixIn(Allocation.class, WaterfallJson.AllocationParts.class)
          .addMixIn(PaymentTarget.class, WaterfallJson.Target.class)
          .addMixIn(AllocationRule.class, WaterfallJson.Rule.class)
          .addMixIn(Figures.class, FiguresJson.Converted.class)
          .build();

  private EventJson() {}

  /** The mapper that reads and writes events and snapshots. */
  public static JsonMapper mapper() {
    return MAPPER;
  }

  // The domain knows nothing of JSON; what these say of its types, they say from outside.

  private abstract static class AccountCodeAsText {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static AccountCode of(String value) {
      return AccountCode.of(value);
    }

    @JsonValue
    abstract String value();
  }

  @JsonSerialize(using = PlainWriters.OfLines.class)
  @SuppressWarnings("UnusedVariable") // Jackson reads the signature
  private abstract static class LinesAsList {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    LinesAsList(List<Line> list) {}
  }

  private abstract static class LoanIdAsText {
    @JsonCreator
    static LoanId parse(String streamId) {
      return LoanId.parse(streamId);
    }

    @Override
    @JsonValue
    public abstract String toString();
  }

  private abstract static class AccrualBatchIdAsText {
    @JsonCreator
    static AccrualBatchId parse(String streamId) {
      return AccrualBatchId.parse(streamId);
    }

    @Override
    @JsonValue
    public abstract String toString();
  }

  private abstract static class ProductIdAsText {
    @JsonCreator
    static ProductId parse(String text) {
      return ProductId.parse(text);
    }

    @Override
    @JsonValue
    public abstract String toString();
  }

  @JsonSerialize(using = PlainWriters.OfMetadata.class)
  private abstract static class MetadataAsObject {
    @JsonCreator
    static Metadata of(Map<String, String> entries) {
      return Metadata.of(entries);
    }
  }
}
