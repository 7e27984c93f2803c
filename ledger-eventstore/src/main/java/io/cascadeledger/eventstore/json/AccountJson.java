package io.cascadeledger.eventstore.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import io.cascadeledger.account.entry.LedgerEntry;
import io.cascadeledger.account.event.AccountId;
import io.cascadeledger.claim.event.ClaimId;
import io.cascadeledger.metadata.JsonText;
import io.cascadeledger.metadata.Meta;
import java.util.SortedMap;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.json.JsonMapper;

/** Debtor accounts and claims as JSON. */
final class AccountJson {

  private AccountJson() {}

  static JsonMapper.Builder addTo(JsonMapper.Builder mapper) {
    return mapper
        .addMixIn(AccountId.class, AccountIdAsText.class)
        .addMixIn(ClaimId.class, ClaimIdAsText.class)
        .addMixIn(JsonText.class, TextAsJson.class)
        .addMixIn(Meta.class, MetaAsObject.class)
        .addMixIn(LedgerEntry.class, Entry.class);
  }

  private abstract static class AccountIdAsText {
    @JsonCreator
    static AccountId parse(String text) {
      return AccountId.parse(text);
    }

    @JsonValue
    abstract String text();
  }

  private abstract static class ClaimIdAsText {
    @JsonCreator
    static ClaimId parse(String text) {
      return ClaimId.parse(text);
    }

    @JsonValue
    abstract String text();
  }

  @JsonSerialize(using = JsonTexts.Writer.class)
  @JsonDeserialize(using = JsonTexts.Reader.class)
  private abstract static class TextAsJson {}

  @SuppressWarnings("UnusedVariable") // Jackson reads the signature
  private abstract static class MetaAsObject {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    MetaAsObject(SortedMap<String, JsonText> entries) {}

    @JsonValue
    abstract SortedMap<String, JsonText> entries();
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = LedgerEntry.Invoice.class, name = "invoice"),
    @JsonSubTypes.Type(value = LedgerEntry.Fee.class, name = "fee"),
    @JsonSubTypes.Type(value = LedgerEntry.Payment.class, name = "payment"),
    @JsonSubTypes.Type(value = LedgerEntry.Adjustment.class, name = "adjustment"),
    @JsonSubTypes.Type(value = LedgerEntry.Chargeback.class, name = "chargeback"),
    @JsonSubTypes.Type(value = LedgerEntry.Discount.class, name = "discount"),
    @JsonSubTypes.Type(value = LedgerEntry.Reporting.class, name = "reporting")
  })
  private interface Entry {}
}
