package io.cascadeledger.api.bank;

import io.cascadeledger.api.json.JsonObjects;
import io.cascadeledger.limits.Limits;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;

/**
 * Reads a bank statement in the form of ISO 20022, camt.053, of any version. What is booked counts,
 * not what is pending. An entry that the bank has made of several payments counts as these, if it
 * says what each was.
 */
final class Camt053 {

  private static final String NOT_PROVIDED = "NOTPROVIDED";

  private final XmlElement statement;
  private final Currency currency;

  private Camt053(XmlElement statement, Currency currency) {
    this.statement = statement;
    this.currency = currency;
  }

  /**
   * What a document says, in the form of the request's JSON.
   *
   * @throws XMLStreamException if it is not well-formed
   * @throws IllegalArgumentException if it is not one statement in this form
   */
  static Map<String, Object> read(byte[] document) throws XMLStreamException {
    List<XmlElement> statements = XmlElement.read(document).at("BkToCstmrStmt", "Stmt").toList();
    if (statements.size() != 1) {
      throw new IllegalArgumentException(
          "it has %d statements; send one at a time".formatted(statements.size()));
    }
    XmlElement statement = statements.getFirst();
    return new Camt053(statement, currency(statement)).content();
  }

  private static Currency currency(XmlElement statement) {
    String code =
        Stream.concat(
                Stream.ofNullable(statement.textAt("Acct", "Ccy")),
                Stream.concat(statement.at("Bal", "Amt"), statement.at("Ntry", "Amt"))
                    .map(XmlElement::currency))
            .filter(Objects::nonNull)
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("it names no currency"));
    return Currency.getInstance(code);
  }

  private Map<String, Object> content() {
    List<Map<String, Object>> lines =
        statement.all("Ntry").stream()
            .filter(Camt053::isBooked)
            .flatMap(entry -> lines(entry).stream())
            .toList();
    return JsonObjects.of(
        "bank_account_ref",
        first(statement.textAt("Acct", "Id", "IBAN"), statement.textAt("Acct", "Id", "Othr", "Id")),
        "statement_ref",
        statement.textAt("Id"),
        "currency",
        currency.getCurrencyCode(),
        "from_date",
        date(statement.textAt("FrToDt", "FrDtTm")),
        "to_date",
        date(statement.textAt("FrToDt", "ToDtTm")),
        "opening_balance_minor",
        first(balance("OPBD"), balance("PRCD")),
        "closing_balance_minor",
        balance("CLBD"),
        "lines",
        lines);
  }

  private static String first(String one, String other) {
    return one == null ? other : one;
  }

  /** The day of a date or of a moment. */
  private static String date(String text) {
    return text == null ? null : text.substring(0, Math.min(text.length(), "2026-05-01".length()));
  }

  private String balance(String code) {
    return statement.all("Bal").stream()
        .filter(balance -> code.equals(balance.textAt("Tp", "CdOrPrtry", "Cd")))
        .findFirst()
        .map(balance -> signed(balance, balance.textAt("Amt")))
        .orElse(null);
  }

  private static boolean isBooked(XmlElement entry) {
    String status = first(entry.textAt("Sts", "Cd"), entry.textAt("Sts"));
    return status == null || status.equals("BOOK");
  }

  private List<Map<String, Object>> lines(XmlElement entry) {
    List<XmlElement> parts = entry.at("NtryDtls", "TxDtls").toList();
    List<String> amounts =
        parts.stream()
            .map(part -> first(part.textAt("Amt"), part.textAt("AmtDtls", "TxAmt", "Amt")))
            .filter(Objects::nonNull)
            .toList();
    String whole = entry.textAt("Amt");
    if (whole == null) {
      throw new IllegalArgumentException("an entry has no amount");
    }
    List<Map<String, Object>> lines = new ArrayList<>();
    if (amounts.size() == parts.size() && isSum(amounts, whole)) {
      for (int i = 0; i < parts.size(); i++) {
        lines.add(line(entry, parts.get(i), amounts.get(i)));
      }
    } else {
      lines.add(line(entry, parts.isEmpty() ? entry : parts.getFirst(), whole));
    }
    lines.removeIf(line -> line.get("amount_minor").equals("0"));
    return lines;
  }

  private static boolean isSum(List<String> amounts, String whole) {
    BigDecimal sum = amounts.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    return !amounts.isEmpty() && sum.compareTo(new BigDecimal(whole)) == 0;
  }

  private Map<String, Object> line(XmlElement entry, XmlElement part, String amount) {
    return JsonObjects.of(
        "booked_on",
        date(first(entry.textAt("BookgDt", "Dt"), entry.textAt("BookgDt", "DtTm"))),
        "value_date",
        date(first(entry.textAt("ValDt", "Dt"), entry.textAt("ValDt", "DtTm"))),
        "amount_minor",
        signed(entry, amount),
        "reference",
        reference(part),
        "bank_reference",
        oneLine(first(part.textAt("Refs", "AcctSvcrRef"), entry.textAt("AcctSvcrRef"))));
  }

  /** In the order in which payers can choose them: their own name for the payment comes first. */
  private static String reference(XmlElement part) {
    return Stream.of(
            part.textAt("Refs", "EndToEndId"),
            part.textAt("RmtInf", "Strd", "CdtrRefInf", "Ref"),
            part.textAt("RmtInf", "Ustrd"))
        .filter(Objects::nonNull)
        .filter(it -> !it.equals(NOT_PROVIDED))
        .map(Camt053::oneLine)
        .findFirst()
        .orElse(null);
  }

  private static String oneLine(String text) {
    if (text == null) {
      return null;
    }
    String line = text.strip().replaceAll("\\s+", " ");
    return line.substring(0, Math.min(line.length(), Limits.REFERENCE_CHARACTERS));
  }

  private String signed(XmlElement element, String amount) {
    BigDecimal minor = new BigDecimal(amount).movePointRight(currency.getDefaultFractionDigits());
    boolean went = "DBIT".equals(element.textAt("CdtDbtInd"));
    return (went ? minor.negate() : minor).toBigIntegerExact().toString();
  }
}
