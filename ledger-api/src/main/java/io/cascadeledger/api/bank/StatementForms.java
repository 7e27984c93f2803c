package io.cascadeledger.api.bank;

import io.cascadeledger.api.json.ApiJson;
import io.cascadeledger.api.operation.Translation;
import io.cascadeledger.api.request.FieldError;
import io.cascadeledger.api.request.FieldErrorCode;
import io.cascadeledger.api.request.InvalidRequest;
import io.cascadeledger.limits.Limits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.springframework.http.MediaType;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/** The forms in which banks write statements, besides the one of the API. */
final class StatementForms {

  /** What a row of a table says of the statement and not of a line. */
  private static final List<String> OF_STATEMENT =
      List.of(
          "bank_account_ref",
          "statement_ref",
          "currency",
          "from_date",
          "to_date",
          "opening_balance_minor",
          "closing_balance_minor");

  static final Translation CAMT_053 =
      new Translation(
          MediaType.APPLICATION_XML,
          Limits.BANK_STATEMENT_BYTES,
          "<Document><BkToCstmrStmt>…</BkToCstmrStmt></Document>",
          StatementForms::ofCamt053);

  static final Translation CSV =
      new Translation(
          new MediaType("text", "csv"),
          Limits.BANK_STATEMENT_BYTES,
          """
          bank_account_ref,statement_ref,currency,booked_on,amount_minor,reference
          DE02120300000000202051,2026-05/1,USD,2026-05-04,88849,stripe_ch_xyz123
          """,
          StatementForms::ofCsv);

  private StatementForms() {}

  private static byte[] ofCamt053(byte[] document) {
    try {
      return ApiJson.write(Camt053.read(document));
    } catch (XMLStreamException | ArithmeticException | NumberFormatException e) {
      throw invalid("must be a camt.053 document in XML", e);
    } catch (IllegalArgumentException e) {
      throw invalid("must be a camt.053 document with one statement", e);
    }
  }

  private static byte[] ofCsv(byte[] document) {
    try (MappingIterator<Map<String, String>> read =
        new CsvMapper()
            .readerFor(new TypeReference<Map<String, String>>() {})
            .with(CsvSchema.emptySchema().withHeader())
            .readValues(document)) {
      return ApiJson.write(statement(read.readAll()));
    } catch (JacksonException e) {
      throw invalid("must be comma-separated values of the form of its first line", e);
    } catch (IllegalArgumentException e) {
      throw invalid("must be the rows of one statement", e);
    }
  }

  private static Map<String, Object> statement(List<Map<String, String>> rows) {
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("there is no row");
    }
    Map<String, Object> statement = new LinkedHashMap<>();
    List<Map<String, String>> lines = new ArrayList<>();
    for (Map<String, String> row : rows) {
      Map<String, String> line = new LinkedHashMap<>(row);
      line.values().removeIf(value -> value == null || value.isEmpty());
      for (String field : OF_STATEMENT) {
        String value = line.remove(field);
        Object before = value == null ? null : statement.putIfAbsent(field, value);
        if (before != null && !before.equals(value)) {
          throw new IllegalArgumentException("two rows differ in " + field);
        }
      }
      lines.add(line);
    }
    statement.put("lines", lines);
    return statement;
  }

  private static InvalidRequest invalid(String expected, Exception e) {
    String why = e.getMessage() == null ? "" : e.getMessage().lines().findFirst().orElse("");
    return new InvalidRequest(
        FieldError.BODY,
        FieldErrorCode.INVALID_FORMAT,
        why.isEmpty() ? expected : expected + ": " + why);
  }
}
