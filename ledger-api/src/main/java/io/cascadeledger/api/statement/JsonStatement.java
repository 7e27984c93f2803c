package io.cascadeledger.api.statement;

import io.cascadeledger.api.json.ApiJson;
import io.cascadeledger.projections.statement.Statement;
import io.cascadeledger.projections.statement.StatementLine;
import java.io.ByteArrayOutputStream;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** A statement in JSON: a {@link StatementAnswer} whose lines are written as they come. */
final class JsonStatement implements StatementText {

  private static final String LINES = "lines";

  private final Statement statement;
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final JsonGenerator json = ApiJson.MAPPER.createGenerator(written);

  JsonStatement(Statement statement) {
    this.statement = statement;
  }

  @Override
  public byte[] begin() {
    JsonNode whole = ApiJson.MAPPER.valueToTree(StatementAnswer.of(statement, List.of()));
    json.writeStartObject();
    whole
        .properties()
        .forEach(
            member -> {
              if (!member.getKey().equals(LINES)) {
                json.writeName(member.getKey());
                json.writeTree(member.getValue());
              }
            });
    json.writeName(LINES);
    json.writeStartArray();
    return taken();
  }

  @Override
  public byte[] lines(List<StatementLine> lines) {
    lines.forEach(line -> json.writePOJO(StatementLineAnswer.of(line)));
    return taken();
  }

  @Override
  public byte[] end() {
    json.writeEndArray();
    json.writeEndObject();
    return taken();
  }

  private byte[] taken() {
    json.flush();
    byte[] bytes = written.toByteArray();
    written.reset();
    return bytes;
  }
}
