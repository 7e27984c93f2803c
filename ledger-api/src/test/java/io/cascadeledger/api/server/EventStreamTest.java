package io.cascadeledger.api.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.eventstore.StoredEvent;
import io.cascadeledger.eventstore.StoredEventJson;
import io.cascadeledger.limits.Limits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The events as auditors and programs stream them. */
@ExtendWith(StopsLedger.class)
class EventStreamTest {

  private final Tenant lender = RunningLedger.newTenant();

  private List<StoredEvent> events(String path) {
    return lender
        .get(path)
        .expect(200)
        .body()
        .lines()
        .map(line -> StoredEventJson.read(line.getBytes(StandardCharsets.UTF_8)))
        .toList();
  }

  private static List<String> names(List<StoredEvent> events) {
    return events.stream().map(StoredEvent::name).toList();
  }

  @Test
  void all_events_come_in_order_with_all_that_their_hash_is_made_of() {
    Tenant other = RunningLedger.newTenant();
    UUID loan = lender.newLoan();
    other.newLoan();
    lender.pay(loan, 500).expect(201);

    Reply reply = lender.get("/v1/events").expect(200);
    List<StoredEvent> events = events("/v1/events");

    assertThat(reply.header("Content-Type")).isEqualTo("application/x-ndjson");
    assertThat(reply.position()).isGreaterThanOrEqualTo(events.getLast().position());
    assertThat(names(events))
        .containsExactly("loan_opened", "disbursement_posted", "payment_posted");
    assertThat(events)
        .allSatisfy(
            event -> {
              assertThat(event.tenant()).isEqualTo(lender.name());
              assertThat(event.computeHash()).isEqualTo(event.hash());
              assertThat(new String(event.metadata(), StandardCharsets.UTF_8))
                  .contains("\"actor\":\"" + lender.client().client().id());
            });
    assertThat(events("/v1/events?after=" + events.get(1).position())).hasSize(1);
    assertThat(lender.get("/v1/events?after=" + events.get(2).position()).expect(200).body())
        .isEmpty();
  }

  @Test
  void events_are_chosen_by_type_stream_and_time() {
    UUID loan = lender.newLoan();
    UUID another = lender.newLoan();
    lender.pay(loan, 500).expect(201);

    assertThat(names(events("/v1/events?type=payment_posted,disbursement_posted"))).hasSize(3);
    assertThat(names(events("/v1/events?stream=loan/" + loan)))
        .containsExactly("loan_opened", "disbursement_posted", "payment_posted");
    assertThat(events("/v1/events?stream=loan")).hasSize(5);
    assertThat(events("/v1/events?stream=accrual_batch")).isEmpty();
    assertThat(names(events("/v1/streams/loan/" + another + "/events")))
        .containsExactly("loan_opened", "disbursement_posted");
    assertThat(events("/v1/events?from=2020-01-01&to=2100-01-01")).hasSize(5);
    assertThat(events("/v1/events?from=2020-01-01&to=2020-01-31")).isEmpty();
    assertThat(events("/v1/events?from=2100-01-01T00:00:00Z")).isEmpty();
  }

  @Test
  void what_is_no_choice_is_refused() {
    lender.get("/v1/events?type=loan_lost").expectProblem(400, "invalid_request");
    lender.get("/v1/events?stream=loan/1").expectProblem(400, "invalid_request");
    lender.get("/v1/events?after=-1").expectProblem(400, "invalid_request");
    lender.get("/v1/events?from=2026-02-30").expectProblem(400, "invalid_request");
    lender
        .send(lender.request("/v1/events").header("Last-Event-ID", "x"))
        .expectProblem(400, "invalid_request");
    lender
        .get("/v1/streams/loan/" + UUID.randomUUID() + "/events")
        .expectProblem(404, "stream_not_found");
    lender
        .send(lender.request("/v1/events").header("Accept", "text/csv"))
        .expectProblem(406, "not_acceptable");
    RunningLedger.newTenant(Set.of(Scopes.LEDGER_READ))
        .get("/v1/events")
        .expectProblem(403, "insufficient_scope");
  }

  @Test
  void server_sent_events_go_on_with_what_comes_and_resume_behind_the_last() throws Exception {
    UUID loan = lender.newLoan();
    List<OpenEvents.Event> seen = new ArrayList<>();
    try (OpenEvents stream = new OpenEvents(lender, "/v1/events", null)) {
      seen.add(stream.next());
      seen.add(stream.next());
      lender.pay(loan, 500).expect(201);
      seen.add(stream.next());
    }
    assertThat(seen)
        .extracting(OpenEvents.Event::type)
        .containsExactly("loan_opened", "disbursement_posted", "payment_posted");
    StoredEvent last = StoredEventJson.read(seen.getLast().data().getBytes(StandardCharsets.UTF_8));
    assertThat(seen.getLast().id()).isEqualTo(Long.toString(last.position()));

    lender.pay(loan, 501).expect(201);
    try (OpenEvents stream = new OpenEvents(lender, "/v1/events?after=0", seen.get(1).id())) {
      assertThat(stream.next()).isEqualTo(seen.get(2));
      assertThat(stream.next().data()).contains("\"minor_units\":\"501\"");
    }
  }

  @Test
  void whoever_reads_while_others_post_misses_nothing() throws Exception {
    UUID loan = lender.newLoan();
    int payments = 200;
    Thread poster =
        Thread.ofVirtual()
            .start(
                () -> {
                  for (int i = 1; i <= payments; i++) {
                    lender.pay(loan, i).expect(201);
                  }
                });
    List<Long> ids = new ArrayList<>();
    try (OpenEvents stream = new OpenEvents(lender, "/v1/events?type=payment_posted", null)) {
      while (ids.size() < payments) {
        ids.add(Long.parseLong(stream.next().id()));
      }
    }
    poster.join();

    assertThat(ids).isSorted();
    assertThat(events("/v1/events?type=payment_posted"))
        .extracting(StoredEvent::position)
        .containsExactlyElementsOf(ids);
  }

  @Test
  void so_many_streams_are_served_at_once_and_a_place_is_free_when_one_has_left() throws Exception {
    List<OpenEvents> open = new ArrayList<>();
    try {
      for (int i = 0; i < Limits.EVENT_STREAMS_AT_ONCE; i++) {
        open.add(new OpenEvents(lender, "/v1/events", null));
      }
      Reply refused = lender.get("/v1/events").expectProblem(503, "overloaded");
      assertThat(refused.header("Retry-After")).isEqualTo("1");
    } finally {
      for (OpenEvents stream : open) {
        stream.close();
      }
    }
    await().untilAsserted(() -> assertThat(lender.get("/v1/events").status()).isEqualTo(200));
  }

  @Test
  void callers_that_do_not_read_hold_nothing_of_the_database() throws Exception {
    UUID loan = lender.newLoan();
    for (int i = 1; i <= 50; i++) {
      lender.pay(loan, i).expect(201);
    }
    List<OpenEvents> idle = new ArrayList<>();
    try {
      for (int i = 0; i < 30; i++) {
        idle.add(new OpenEvents(lender, "/v1/events", null));
      }
      await()
          .untilAsserted(
              () ->
                  assertThat(
                          RunningLedger.JDBC.queryForObject(
                              """
                              SELECT count(*) FROM pg_stat_activity
                               WHERE datname = current_database() AND state LIKE 'idle in%'
                              """,
                              Long.class))
                      .isZero());
      lender.pay(loan, 1_000).expect(201);
      assertThat(lender.balance(loan).status()).isEqualTo(200);
    } finally {
      for (OpenEvents stream : idle) {
        stream.close();
      }
    }
  }
}
