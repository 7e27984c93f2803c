package io.cascadeledger.api.projection;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.cascadeledger.api.json.Describe;
import io.cascadeledger.projections.rebuild.RebuildQueries.ProjectionStatus;
import io.cascadeledger.projections.rebuild.RebuildStatus;
import java.time.Instant;
import java.util.List;

/** All read models, as they are answered. */
record ProjectionListAnswer(
    @Describe("The read models that answers come from.") List<ReadModelAnswer> projections) {

  /** A read model. */
  @Describe("A read model.")
  record ReadModelAnswer(
      @Describe("Its name.") String name,
      @Describe("The position of the last event that it has read.")
          @JsonFormat(shape = JsonFormat.Shape.NUMBER_INT)
          long position,
      @Describe("How many events it has not read yet.")
          @JsonFormat(shape = JsonFormat.Shape.NUMBER_INT)
          long behind,
      @Describe(value = "Its last rebuild, if there was one.", optional = true)
          RebuildAnswer rebuild) {

    private static ReadModelAnswer of(ProjectionStatus status) {
      return new ReadModelAnswer(
          status.name(),
          status.position(),
          status.behind(),
          status.rebuild() == null ? null : RebuildAnswer.of(status.rebuild()));
    }
  }

  /** The rebuild of a read model. */
  @Describe("A rebuild of a read model, beside the one that serves.")
  record RebuildAnswer(
      @Describe("running, completed, failed, or broken_off if nothing was heard for a minute.")
          String status,
      @Describe("The position of the last event that the new tables have.")
          @JsonFormat(shape = JsonFormat.Shape.NUMBER_INT)
          long position,
      @Describe("How far the tables that serve have come.")
          @JsonFormat(shape = JsonFormat.Shape.NUMBER_INT)
          long target,
      @Describe("When it began.") Instant startedAt,
      @Describe("When it was last heard of.") Instant updatedAt) {

    private static RebuildAnswer of(RebuildStatus status) {
      return new RebuildAnswer(
          status.status(),
          status.position(),
          status.target(),
          status.startedAt(),
          status.updatedAt());
    }
  }

  static ProjectionListAnswer of(List<ProjectionStatus> all) {
    return new ProjectionListAnswer(all.stream().map(ReadModelAnswer::of).toList());
  }

  static ProjectionListAnswer example() {
    return new ProjectionListAnswer(
        List.of(
            new ReadModelAnswer(
                "balances",
                1_000_000,
                0,
                new RebuildAnswer(
                    "running",
                    250_000,
                    1_000_000,
                    Instant.parse("2026-05-01T12:00:00Z"),
                    Instant.parse("2026-05-01T12:00:04Z")))));
  }
}
