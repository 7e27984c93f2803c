package io.cascadeledger.projections.debtor;

import io.cascadeledger.account.entry.LedgerEntry;
import io.cascadeledger.eventstore.json.EventJson;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;

/** An entry of an account as JSON that says its kind. */
final class EntryJson {

  private static final ObjectWriter WRITER = EventJson.mapper().writerFor(LedgerEntry.class);
  private static final ObjectReader READER = EventJson.mapper().readerFor(LedgerEntry.class);

  private EntryJson() {}

  static String write(LedgerEntry entry) {
    return WRITER.writeValueAsString(entry);
  }

  static LedgerEntry read(String json) {
    return READER.readValue(json);
  }
}
