package io.cascadeledger.eventstore.json;

import io.cascadeledger.journal.Line;
import io.cascadeledger.journal.Lines;
import io.cascadeledger.metadata.Metadata;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * How the lists and maps are written that nearly every event has. Jackson finds out anew for each
 * of them how to write a generic type that stands for a whole value, which took a seventh of the
 * time of a decision.
 */
final class PlainWriters {

  private PlainWriters() {}

  /** Lines as a list. */
  static final class OfLines extends StdSerializer<Lines> {

    OfLines() {
      super(Lines.class);
    }

    @Override
    public void serialize(Lines lines, JsonGenerator json, SerializationContext context) {
      json.writeStartArray(lines, lines.list().size());
      for (Line line : lines.list()) {
        context.writeValue(json, line);
      }
      json.writeEndArray();
    }
  }

  /** Notes as an object. */
  static final class OfMetadata extends StdSerializer<Metadata> {

    OfMetadata() {
      super(Metadata.class);
    }

    @Override
    public void serialize(Metadata metadata, JsonGenerator json, SerializationContext context) {
      json.writeStartObject(metadata, metadata.entries().size());
      metadata.entries().forEach(json::writeStringProperty);
      json.writeEndObject();
    }
  }
}
