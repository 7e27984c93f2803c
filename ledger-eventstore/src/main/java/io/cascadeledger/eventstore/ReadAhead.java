package io.cascadeledger.eventstore;

import io.cascadeledger.eventstore.json.EventTypes;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Some streams with their snapshots, as one query has found them: for those who need many at once.
 * It may be out of date when it is used, as any aggregate in memory may. Streams of which too many
 * events would have to be read are left out.
 */
public final class ReadAhead {

  /** The most events behind its snapshot with which a stream is read. */
  static final int MOST_EVENTS = 200;

  private static final String RESOURCE = ReadAhead.class.getName();

  private static final String SQL =
      """
      SELECT wanted.place, found.* FROM (
          SELECT * FROM unnest(?::text[], ?::text[], ?::uuid[], ?::int[])
            WITH ORDINALITY AS row (tenant, stream_type, stream_id, revision, place)) AS wanted
        LEFT JOIN snapshots s
          ON s.tenant = wanted.tenant AND s.stream_type = wanted.stream_type
         AND s.stream_id = wanted.stream_id AND s.revision = wanted.revision
        CROSS JOIN LATERAL (
          SELECT s.sequence, NULL::text AS tenant, NULL::text AS stream_type,
                 NULL::uuid AS stream_id, NULL::uuid AS event_id, NULL::text AS event_name,
                 NULL::smallint AS event_revision, NULL::timestamptz AS posted_at,
                 NULL::bytea AS payload, NULL::bytea AS metadata, s.taken_at, s.state
          WHERE s.sequence IS NOT NULL
          UNION ALL
          (SELECT e.sequence, e.tenant, e.stream_type, e.stream_id, e.event_id, e.event_name,
                  e.event_revision, e.posted_at, e.payload, e.metadata, NULL, NULL
           FROM events e
           WHERE e.tenant = wanted.tenant AND e.stream_type = wanted.stream_type
             AND e.stream_id = wanted.stream_id AND e.sequence > coalesce(s.sequence, -1)
           ORDER BY e.sequence LIMIT %d)) AS found
      """
          .formatted(MOST_EVENTS + 1);

  private final Map<String, Found> streams = new HashMap<>();

  /** What was found of a stream. */
  private static final class Found {
    private final List<DomainEventData<?>> events = new ArrayList<>();
    private DomainEventData<byte[]> snapshot;
  }

  ReadAhead(DataSource dataSource, Collection<String> wanted) {
    List<StreamId> ids = wanted.stream().map(StreamId::parse).toList();
    for (StreamId id : ids) {
      streams.put(id.toString(), new Found());
    }
    if (ids.isEmpty()) {
      return;
    }
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(SQL)) {
      statement.setArray(1, array(connection, "text", ids.stream().map(StreamId::tenant).toList()));
      statement.setArray(2, array(connection, "text", ids.stream().map(StreamId::type).toList()));
      statement.setArray(3, array(connection, "uuid", ids.stream().map(StreamId::id).toList()));
      statement.setArray(
          4,
          array(
              connection,
              "int4",
              ids.stream().map(id -> EventTypes.snapshotOf(id.type()).revision()).toList()));
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          add(ids.get(result.getInt("place") - 1), result);
        }
      }
    } catch (SQLException e) {
      throw new EventStoreException("the event store could not be read", e);
    }
    streams.values().removeIf(found -> found.events.size() > MOST_EVENTS);
  }

  private static Array array(Connection connection, String type, List<?> values)
      throws SQLException {
    return connection.createArrayOf(type, values.toArray());
  }

  private void add(StreamId stream, ResultSet row) throws SQLException {
    Found found = streams.get(stream.toString());
    if (row.getString("event_name") == null) {
      found.snapshot = Snapshots.snapshot(stream, row);
    } else {
      found.events.add(EventReader.event(row));
    }
  }

  /** Has a unit of work take from here what it would else read. */
  public void serve(UnitOfWork<?> unitOfWork) {
    unitOfWork.resources().put(RESOURCE, this);
  }

  /** What was read for the unit of work at hand, if it has a stream; else null. */
  static ReadAhead of(String stream) {
    ReadAhead ahead =
        CurrentUnitOfWork.map(unitOfWork -> unitOfWork.root().<ReadAhead>getResource(RESOURCE))
            .orElse(null);
    return ahead != null && ahead.has(stream) ? ahead : null;
  }

  /** Whether a stream, which may be empty, was read as far as it goes. */
  public boolean has(String stream) {
    return streams.containsKey(stream);
  }

  Optional<DomainEventData<byte[]>> snapshot(String stream) {
    return Optional.ofNullable(streams.get(stream).snapshot);
  }

  List<? extends DomainEventData<?>> events(String stream, long firstSequence) {
    return streams.get(stream).events.stream()
        .filter(event -> event.getSequenceNumber() >= firstSequence)
        .toList();
  }
}
