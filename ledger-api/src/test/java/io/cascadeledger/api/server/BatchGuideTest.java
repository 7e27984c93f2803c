package io.cascadeledger.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The example of the guide, as it stands there. */
@ExtendWith(StopsLedger.class)
class BatchGuideTest {

  private static final Pattern BLOCK = Pattern.compile("```ndjson\n(.*?)```", Pattern.DOTALL);
  private static final UUID LOAN = UUID.fromString("11111111-1111-1111-1111-111111111111");

  private final Tenant lender = RunningLedger.newTenant();

  private static List<String> blocks(String page) throws IOException {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve(".mvn"))) {
      folder = folder.getParent();
    }
    return BLOCK
        .matcher(Files.readString(folder.resolve(page)))
        .results()
        .map(block -> block.group(1))
        .toList();
  }

  @Test
  void the_lines_of_the_guide_are_answered_as_the_guide_says() throws IOException {
    lender.post("/v1/loans", Bodies.loan(LOAN)).expect(201);
    lender.post("/v1/disbursements", Bodies.disbursement(LOAN, 1_000_000)).expect(201);
    List<String> blocks = blocks("docs/guides/post-many-payments.md");
    assertThat(blocks).hasSize(2);

    List<JsonNode> results = Batch.post(lender, blocks.get(0).lines().toList());

    List<String> documented = blocks.get(1).lines().toList();
    assertThat(results).hasSameSizeAs(documented);
    for (int i = 0; i < documented.size(); i++) {
      String beginning = documented.get(i).split("\"payment\":\\{|\"status\":400,\"code", 2)[0];
      JsonNode result = results.get(i);
      assertThat(result.toString().replaceAll("\"title\":\"[^\"]*\",", "")).startsWith(beginning);
    }
    assertThat(results.get(1).at("/problem/code").asString()).isEqualTo("invalid_request");
  }
}
