package io.cascadeledger.api.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.eventstore.merkle.MerkleProof;
import io.cascadeledger.eventstore.seal.CheckpointNote;
import io.cascadeledger.eventstore.seal.CheckpointVerifier;
import io.cascadeledger.eventstore.seal.SignedNote;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Checkpoints and proofs over HTTP, verified as whoever holds them would. */
@ExtendWith(StopsLedger.class)
class ProofTest {

  private final Tenant lender = RunningLedger.newTenant();

  private static byte[] hex(JsonNode digits) {
    return HexFormat.of().parseHex(digits.asString());
  }

  private static List<byte[]> hashes(JsonNode list) {
    return list.valueStream().map(ProofTest::hex).toList();
  }

  /** The last checkpoint, once there is one that covers a position. */
  private JsonNode checkpointOf(long position) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> lender.get("/v1/checkpoints/latest"),
            it -> it.status() == 200 && it.json().path("tree_size").asLong() >= position)
        .json();
  }

  private static void assertProven(JsonNode proof) {
    JsonNode checkpoint = proof.path("checkpoint");
    assertThat(
            MerkleProof.includes(
                hex(proof.path("leaf_hash")),
                proof.path("leaf_index").asLong(),
                checkpoint.path("tree_size").asLong(),
                hashes(proof.path("proof")),
                hex(checkpoint.path("root_hash"))))
        .isTrue();
  }

  @Test
  void an_event_and_a_payment_are_proven_to_be_in_a_signed_log() {
    UUID loan = lender.newLoan();
    Reply payment = lender.pay(loan, 500).expect(201);
    long position = payment.position();
    JsonNode checkpoint = checkpointOf(position);

    JsonNode note = checkpoint.path("note");
    assertThat(
            SignedNote.isSignedBy(
                note.asString(), CheckpointVerifier.parse(checkpoint.path("verifier").asString())))
        .isTrue();
    assertThat(CheckpointNote.parse(note.asString()).root())
        .isEqualTo(hex(checkpoint.path("root_hash")));
    JsonNode ofEvent = lender.get("/v1/events/" + position + "/proof").expect(200).json();
    assertProven(ofEvent);
    String hash =
        lender.get("/v1/streams/loan/" + loan + "/events?after=" + (position - 1)).text("hash");
    assertThat(ofEvent.path("leaf_hash").asString()).isEqualTo(hash);
    JsonNode ofPayment =
        lender
            .get(
                "/v1/payments/%s/proof?tree_size=%d"
                    .formatted(
                        payment.text("payment_event_id"), checkpoint.path("tree_size").asLong()))
            .expect(200)
            .json();
    assertProven(ofPayment);
    assertThat(ofPayment.path("checkpoint")).isEqualTo(checkpoint);
  }

  @Test
  void a_later_checkpoint_is_proven_to_extend_an_earlier_one() {
    JsonNode earlier = checkpointOf(lender.pay(lender.newLoan(), 500).position());
    JsonNode later = checkpointOf(lender.pay(lender.newLoan(), 500).position());
    long from = earlier.path("tree_size").asLong();
    long size = later.path("tree_size").asLong();

    JsonNode proof =
        lender
            .get("/v1/checkpoints/%d/consistency-proof?from=%d".formatted(size, from))
            .expect(200)
            .json();

    assertThat(size).isGreaterThan(from);
    assertThat(
            MerkleProof.isConsistent(
                from,
                hex(earlier.path("root_hash")),
                size,
                hex(later.path("root_hash")),
                hashes(proof.path("proof"))))
        .isTrue();
    JsonNode page = lender.get("/v1/checkpoints?page_size=1").expect(200).json();
    assertThat(page.path("checkpoints").size()).isEqualTo(1);
    JsonNode next =
        lender
            .get("/v1/checkpoints?page_token=" + page.path("next_page_token").asString())
            .expect(200)
            .json();
    assertThat(next.path("checkpoints").findValues("tree_size"))
        .extracting(JsonNode::asLong)
        .contains(from)
        .isSortedAccordingTo((one, other) -> Long.compare(other, one));
  }

  @Test
  void there_is_no_proof_of_what_is_not_there_or_not_the_callers() {
    long position = lender.pay(lender.newLoan(), 500).position();
    long size = checkpointOf(position).path("tree_size").asLong();
    Tenant other = RunningLedger.newTenant();

    other.get("/v1/events/" + position + "/proof").expectProblem(404, "event_not_found");
    lender.get("/v1/events/999999999/proof").expectProblem(404, "event_not_found");
    lender
        .get("/v1/payments/" + UUID.randomUUID() + "/proof")
        .expectProblem(404, "payment_not_found");
    lender
        .get("/v1/events/" + position + "/proof?tree_size=999999999")
        .expectProblem(404, "checkpoint_not_found");
    lender
        .get("/v1/checkpoints/%d/consistency-proof?from=%d".formatted(size, size + 1))
        .expectProblem(400, "invalid_request");
    lender
        .get("/v1/checkpoints/999999999/consistency-proof?from=1")
        .expectProblem(404, "checkpoint_not_found");
    RunningLedger.newTenant(Set.of(Scopes.LEDGER_READ))
        .get("/v1/checkpoints/latest")
        .expectProblem(403, "insufficient_scope");
  }

  @Test
  void an_event_behind_a_checkpoint_is_not_sealed_in_it() {
    long first = lender.pay(lender.newLoan(), 500).position();
    long size = checkpointOf(first).path("tree_size").asLong();
    long later = lender.pay(lender.newLoan(), 500).position();

    Reply reply =
        lender
            .get("/v1/events/%d/proof?tree_size=%d".formatted(later, size))
            .expectProblem(409, "event_not_sealed");

    assertThat(reply.header("Retry-After")).isEqualTo("5");
  }
}
