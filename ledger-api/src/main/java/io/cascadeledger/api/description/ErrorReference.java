package io.cascadeledger.api.description;

import io.cascadeledger.api.problem.ProblemCode;
import io.cascadeledger.api.request.FieldErrorCode;
import io.cascadeledger.limits.Limits;
import org.springframework.web.util.HtmlUtils;

/** Every error of the API, explained: for the documentation, and for {@code /docs/errors}. */
public final class ErrorReference {

  private static final String TITLE = "Errors";

  private static final String INTRODUCTION =
      "Whatever does not succeed is answered with a problem document as RFC 9457 has it"
          + " (application/problem+json). Programs go by its code, which never changes; people"
          + " read title and detail. The correlation_id finds the request in the ledger's logs.";

  private static final String FIELDS_TITLE = "Errors of fields";

  private static final String FIELDS_INTRODUCTION =
      "An invalid_request lists in errors[] what is wrong with each field or parameter, up to "
          + Limits.ERRORS_PER_ANSWER
          + " at once. Refusals of the books' rules name the field that they point at in the same"
          + " way, with their own code.";

  private ErrorReference() {}

  /** The reference in Markdown. */
  public static String toMarkdown() {
    StringBuilder text = new StringBuilder();
    text.append("# ").append(TITLE).append("\n\n").append(INTRODUCTION).append("\n\n");
    text.append("| Code | Status | Meaning | What to do |\n|---|---|---|---|\n");
    for (ProblemCode code : ProblemCode.values()) {
      text.append(
          "| `%s` | %d | %s | %s |%n"
              .formatted(code.wireName(), code.status(), code.meaning(), code.remedy()));
    }
    text.append("\n## ").append(FIELDS_TITLE).append("\n\n");
    text.append(FIELDS_INTRODUCTION).append("\n\n");
    text.append("| Code | Meaning |\n|---|---|\n");
    for (FieldErrorCode code : FieldErrorCode.values()) {
      text.append("| `%s` | %s |%n".formatted(code.wireName(), code.meaning()));
    }
    return text.toString().replace(System.lineSeparator(), "\n");
  }

  /** The reference as a page of its own, with an anchor for each code. */
  static String toHtml() {
    StringBuilder rows = new StringBuilder();
    for (ProblemCode code : ProblemCode.values()) {
      rows.append(
          "<tr id=\"%s\"><td><code>%s</code></td><td>%d</td><td>%s</td><td>%s</td></tr>\n"
              .formatted(
                  code.wireName(),
                  code.wireName(),
                  code.status(),
                  HtmlUtils.htmlEscape(code.meaning()),
                  HtmlUtils.htmlEscape(code.remedy())));
    }
    StringBuilder fieldRows = new StringBuilder();
    for (FieldErrorCode code : FieldErrorCode.values()) {
      fieldRows.append(
          "<tr><td><code>%s</code></td><td>%s</td></tr>\n"
              .formatted(code.wireName(), HtmlUtils.htmlEscape(code.meaning())));
    }
    return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s - Cascade Ledger</title>
        <link rel="stylesheet" href="/docs/assets/errors.css">
        </head>
        <body>
        <h1>%s</h1>
        <p>%s</p>
        <table>
        <tr><th>Code</th><th>Status</th><th>Meaning</th><th>What to do</th></tr>
        %s</table>
        <h2>%s</h2>
        <p>%s</p>
        <table>
        <tr><th>Code</th><th>Meaning</th></tr>
        %s</table>
        <p><a href="/docs">API reference</a></p>
        </body>
        </html>
        """
        .formatted(
            TITLE,
            TITLE,
            HtmlUtils.htmlEscape(INTRODUCTION),
            rows,
            FIELDS_TITLE,
            HtmlUtils.htmlEscape(FIELDS_INTRODUCTION),
            fieldRows);
  }
}
