package io.cascadeledger.api.statement;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.cascadeledger.projections.statement.Statement;
import io.cascadeledger.projections.statement.StatementLine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** A statement as a page for print, in three parts: its lines are written as they come. */
final class HtmlStatement implements StatementText {

  /** Nothing but the page's own style: it loads nothing, runs nothing, and is framed by nobody. */
  static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  /** Read when the first page is written: a start has no time for it. */
  private static final class Templates {
    private static final Template BEGIN = template("statement-begin.html");
    private static final Template LINES = template("statement-lines.html");
    private static final Template END = template("statement-end.html");
  }

  private final StatementPage page;
  private final MoneyText money;

  HtmlStatement(Statement statement, Instant preparedAt) {
    money = new MoneyText(statement.currency());
    page = StatementPage.of(statement, preparedAt, money);
  }

  @Override
  public byte[] begin() {
    return written(Templates.BEGIN, page);
  }

  @Override
  public byte[] lines(List<StatementLine> lines) {
    return written(
        Templates.LINES,
        new PageLines(lines.stream().map(line -> PageLine.of(line, money)).toList()));
  }

  /** What the template of the lines is given. */
  private record PageLines(List<PageLine> lines) {}

  @Override
  public byte[] end() {
    return written(Templates.END, page);
  }

  /** All that is put into a template is escaped for HTML. */
  private static Template template(String name) {
    try (InputStream file = HtmlStatement.class.getResourceAsStream(name)) {
      return Mustache.compiler()
          .escapeHTML(true)
          .strictSections(true)
          .compile(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] written(Template template, Object context) {
    return template.execute(context).getBytes(StandardCharsets.UTF_8);
  }
}
