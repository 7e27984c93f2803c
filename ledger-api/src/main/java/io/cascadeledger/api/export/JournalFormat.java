package io.cascadeledger.api.export;

import java.util.Optional;
import org.springframework.http.MediaType;

/** The forms that an exported journal can have. */
enum JournalFormat {
  HLEDGER("journal"),
  LEDGER("ledger"),
  BEANCOUNT("beancount"),
  CSV("csv"),
  PARQUET("parquet");

  private final String suffix;

  JournalFormat(String suffix) {
    this.suffix = suffix;
  }

  MediaType type() {
    return table().map(TableFormat::type).orElse(Export.PLAIN);
  }

  /** How a file of this form is called behind the dot. */
  String suffix() {
    return suffix;
  }

  /** The form of the table that it is; empty if it is a text. */
  Optional<TableFormat> table() {
    return switch (this) {
      case CSV -> Optional.of(TableFormat.CSV);
      case PARQUET -> Optional.of(TableFormat.PARQUET);
      case HLEDGER, LEDGER, BEANCOUNT -> Optional.empty();
    };
  }

  /** What writes it, if it is a text. */
  JournalWriter writer(ExportedBooks books) {
    return switch (this) {
      case HLEDGER -> LedgerWriter.ofHledger(books);
      case LEDGER -> LedgerWriter.ofLedger(books);
      case BEANCOUNT -> new BeancountWriter(books);
      case CSV, PARQUET -> throw new IllegalStateException("a table is no text");
    };
  }
}
