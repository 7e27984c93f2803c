package io.cascadeledger.api.export;

import org.springframework.http.MediaType;

/** The forms that an exported journal can have. */
enum JournalFormat {
  HLEDGER("journal"),
  LEDGER("ledger"),
  BEANCOUNT("beancount"),
  CSV("csv");

  private final String suffix;

  JournalFormat(String suffix) {
    this.suffix = suffix;
  }

  MediaType type() {
    return this == CSV ? Export.CSV : Export.PLAIN;
  }

  /** How a file of this form is called behind the dot. */
  String suffix() {
    return suffix;
  }

  JournalWriter writer(ExportedBooks books) {
    return switch (this) {
      case HLEDGER -> LedgerWriter.ofHledger(books);
      case LEDGER -> LedgerWriter.ofLedger(books);
      case BEANCOUNT -> new BeancountWriter(books);
      case CSV -> new CsvJournalWriter(books);
    };
  }
}
