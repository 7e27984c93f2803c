package io.cascadeledger.eventstore.json;

import io.cascadeledger.event.LedgerEvent;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.ByteArrayToJsonNodeConverter;
import org.axonframework.serialization.jackson3.JsonNodeToByteArrayConverter;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes events, snapshots and event metadata as JSON under our names and revisions, and reads them
 * back. An unknown name or revision is an error: an event that nobody understands must not pass
 * unnoticed.
 */
public final class EventSerializer implements Serializer {

  private static final TypeReference<Map<String, String>> METADATA = new TypeReference<>() {};

  private final JsonMapper mapper = EventJson.mapper();
  private final ObjectReader metadataReader = mapper.readerFor(METADATA);
  private final Map<Class<?>, ObjectReader> readers = new ConcurrentHashMap<>();
  private final ChainingConverter converter = new ChainingConverter();

  /** A serializer of all events. */
  public EventSerializer() {
    converter.registerConverter(new JsonNodeToByteArrayConverter(mapper));
    converter.registerConverter(new ByteArrayToJsonNodeConverter(mapper));
  }

  @Override
  public <T> SerializedObject<T> serialize(Object object, Class<T> expectedRepresentation) {
    byte[] json =
        mapper.writeValueAsBytes(
            object instanceof MetaData metadata ? new TreeMap<>(metadata) : object);
    return new SimpleSerializedObject<>(
        converter.convert(json, expectedRepresentation),
        expectedRepresentation,
        typeForClass(object.getClass()));
  }

  @Override
  public <T> boolean canSerializeTo(Class<T> expectedRepresentation) {
    return converter.canConvert(byte[].class, expectedRepresentation);
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as the interface has it
  public <S, T> T deserialize(SerializedObject<S> serializedObject) {
    byte[] json = converter.convert(serializedObject, byte[].class).getData();
    SerializedType type = serializedObject.getType();
    return classForType(type) == MetaData.class
        ? (T) MetaData.from(readMetadata(json))
        : (T) read(type.getName(), type.getRevision(), json);
  }

  /**
   * Reads an event out of its row.
   *
   * @param name its stored name
   * @param revision the revision of its stored shape
   * @throws IllegalArgumentException if no event has that name and revision
   */
  public LedgerEvent readEvent(String name, String revision, byte[] json) {
    return read(name, revision, json);
  }

  @SuppressWarnings("TypeParameterUnusedInFormals") // as Jackson has it
  private <T> T read(String name, String revision, byte[] json) {
    ObjectReader reader =
        readers.computeIfAbsent(EventTypes.classOf(name, revision), mapper::readerFor);
    return EarlierRevisions.areOtherwise(name, revision)
        ? reader.readValue(EarlierRevisions.asToday(mapper.readTree(json)))
        : reader.readValue(json);
  }

  /** Reads an event's metadata out of its row. */
  public Map<String, String> readMetadata(byte[] json) {
    return metadataReader.readValue(json);
  }

  @Override
  @SuppressWarnings("rawtypes") // as the interface has it
  public Class classForType(SerializedType type) {
    return type.getName().equals(MetaData.class.getName())
        ? MetaData.class
        : EventTypes.classOf(type.getName(), type.getRevision());
  }

  @Override
  @SuppressWarnings("rawtypes") // as the interface has it
  public SerializedType typeForClass(Class type) {
    Objects.requireNonNull(type, "nothing that is stored is null");
    return type == MetaData.class
        ? new SimpleSerializedType(MetaData.class.getName(), null)
        : EventTypes.typeOf(type);
  }

  @Override
  public Converter getConverter() {
    return converter;
  }
}
