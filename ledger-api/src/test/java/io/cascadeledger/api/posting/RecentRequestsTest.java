package io.cascadeledger.api.posting;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.eventstore.Commands;
import io.cascadeledger.eventstore.RequestKey;
import io.cascadeledger.loan.opening.OpenLoan;
import io.cascadeledger.loan.opening.Opening;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentRequestsTest {

  private static final int SIZE = 100;

  private final RecentRequests requests = new RecentRequests(SIZE);

  @Test
  void the_last_requests_are_remembered_although_nobody_has_asked_for_them() {
    for (int i = 0; i < 10 * SIZE; i++) {
      remember(i);
    }

    for (int i = 9 * SIZE; i < 10 * SIZE; i++) {
      assertThat(requests.find(request(i)).posted().position()).isEqualTo(i);
    }
  }

  @Test
  void older_ones_are_forgotten_although_somebody_has_asked_for_them() {
    remember(0);
    for (int i = 1; i <= SIZE; i++) {
      assertThat(requests.find(request(0))).isNotNull();
      remember(i);
    }

    assertThat(requests.find(request(0))).isNull();
  }

  @Test
  void one_that_is_remembered_again_takes_the_place_of_nobody_else() {
    for (int i = 0; i < SIZE; i++) {
      remember(i);
    }
    for (int i = 0; i < SIZE; i++) {
      remember(SIZE - 1);
    }

    assertThat(requests.find(request(0))).isNotNull();
  }

  @Test
  void the_key_of_another_tenant_is_another_key() {
    remember(1);

    assertThat(requests.find(request("other", 1))).isNull();
  }

  @Test
  void an_opening_is_not_remembered_because_it_may_bring_hundreds_of_instalments() {
    OpenLoan opening = Commands.open(Commands.newLoan(), 1_000);

    requests.remember(
        request(1),
        new Posted(List.of(Opening.decide(opening)), 1, "correlation", Posted.Outcome.POSTED));

    assertThat(requests.find(request(1))).isNull();
  }

  private void remember(int number) {
    requests.remember(
        request(number), new Posted(List.of(), number, "correlation", Posted.Outcome.POSTED));
  }

  private static PostingRequest request(int number) {
    return request("tenant", number);
  }

  private static PostingRequest request(String tenant, int number) {
    return new PostingRequest(
        "postPayment",
        tenant,
        "actor",
        new RequestKey("key:" + number, new byte[32]),
        "correlation",
        null);
  }
}
