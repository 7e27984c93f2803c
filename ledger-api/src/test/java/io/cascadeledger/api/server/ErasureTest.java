package io.cascadeledger.api.server;

import static io.cascadeledger.api.server.Platform.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.api.audit.EventTransfer;
import io.cascadeledger.api.security.Scopes;
import io.cascadeledger.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/**
 * Values that are planted of a person are nowhere once the person was erased: in no table, dump,
 * export, event, message or log. Where nobody has to read them, they never are.
 */
@ExtendWith(OutputCaptureExtension.class)
class ErasureTest {

  private static final Planted PLANTED =
      new Planted(
          "Zebulonia",
          "Quarzmann",
          "1961-07-23",
          "123-45-PLANTED",
          "zq@planted.example",
          "PLANTEDIBAN",
          "203.0.113.77",
          "letter-to-zq.txt",
          "Dear Mrs. Q., you owe");

  private static final String PERSON =
      "'firstName': 'Zebulonia', 'lastName': 'Quarzmann', 'birthday': '1961-07-23', 'SSN': '123-45-PLANTED', 'contactInformation': {'country': 'DE', 'email': 'zq@planted.example'}";
  private static final String DEBTOR = "'debtorReference': 'D-7', " + PERSON;

  private static final String CLAIM =
      json(
          "{'C': {'amount': 70, 'currency': 'EUR', 'currentDueDate': '2026-01-01', 'originalDueDate': '2026-01-01', 'accountReference': 'A', 'primaryDebtor': {%s}}}"
              .formatted(DEBTOR));

  @TempDir private Path folder;

  private final TestDatabase database = TestDatabase.create();
  private final LedgerServer server =
      RunningLedger.start(database.url(), Map.of("ledger.webhooks.private-addresses", true));
  private final Platform platform =
      new Platform(Tenant.of(server, "eraser", Scopes.DESCRIPTIONS.keySet()));
  private final Subscriber subscriber = new Subscriber();
  private final String key = Tenant.newKey();

  @AfterEach
  void stop() {
    subscriber.close();
    server.close();
    database.drop();
  }

  private void plant() throws InterruptedException {
    platform
        .tenant()
        .post("/v1/webhook-subscriptions", "{\"url\": \"%s\"}".formatted(subscriber.url()))
        .expect(201);
    platform.done(
        "create_accounts",
        json(
            "{'A': {'currency': 'EUR', 'debtors': [{%s}, {%s}], 'ledgerEntries': [{'ledgerEntryReference': 'I', 'invoiceDetails': {'amount': 500, 'dueDate': '2026-01-01'}, 'context': {}}]}}"
                .formatted(DEBTOR, PERSON)));
    platform.post("create_claims", key, CLAIM).expect(200);
    platform.done(
        "create_account_mandates",
        json(
            "[{'mandateId': 'M', 'accountReference': 'A', 'providerName': 'paylandsenCards', 'clientIpAddress': '203.0.113.77', 'debtorReference': 'D-7', 'productReferences': [], 'mandateRepresentation': {'bankName': 'Bank', 'accountNumber': 'PLANTEDIBAN'}}]"));
    platform.failed(
        "add_account_debtors",
        json("[{'accountReference': 'A', %s, 'nobodyKnows': 1}]".formatted(DEBTOR)));
    platform.failed(
        "update_account_debtors", json("[{'accountReference': 'none', %s}]".formatted(DEBTOR)));
    upload();
    later();
  }

  private void upload() {
    String body =
        """
        --limit\r
        Content-Disposition: form-data; name="accountId"\r
        \r
        A\r
        --limit\r
        Content-Disposition: form-data; name="file"; filename="letter-to-zq.txt"\r
        \r
        Dear Mrs. Q., you owe 5.00\r
        --limit--\r
        """;
    platform
        .tenant()
        .send(
            platform
                .request("upload_files")
                .header("Content-Type", "multipart/form-data; boundary=limit")
                .POST(BodyPublishers.ofString(body)))
        .expect(200);
  }

  /** One request that is done later, and one that fails then. */
  private void later() throws InterruptedException {
    JsonNode accepted =
        platform
            .post(
                "update_account_debtors?async=true",
                json(
                    "[{'accountReference': 'A', %s}, {'accountReference': 'none', %s}]"
                        .formatted(DEBTOR, DEBTOR)))
            .expect(200)
            .json();
    for (JsonNode group : accepted) {
      while (action(group).path("status").asString().equals("PENDING")) {
        TimeUnit.MILLISECONDS.sleep(50);
      }
      assertThat(PLANTED.in(action(group).toString())).isEmpty();
    }
  }

  private JsonNode action(JsonNode group) {
    return platform.read("get_action", "messageId", group.at("/messageIds/0").asString());
  }

  /** What is stored, in files, tables, messages and logs, and what nobody reads people from. */
  private Map<String, String> stored(CapturedOutput log) throws Exception {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("dump", DatabaseDump.of(database));
    LoggerFactory.getLogger(ErasureTest.class).warn("the log is looked at");
    all.put("log", log.getAll());
    Path file = folder.resolve("events-" + all.hashCode() + ".gz");
    EventTransfer.export(database.dataSource(), file, (_, _) -> {});
    all.put("export-events", unzipped(file));
    for (String format : List.of("csv", "hledger", "ledger", "beancount")) {
      all.put(format, get("/v1/exports/journal?format=" + format));
    }
    for (String path :
        List.of(
            "/v1/exports/accounts/1500",
            "/v1/exports/trial-balance",
            "/v1/events",
            "/v1/reconciliation/status",
            "/actuator/prometheus")) {
      all.put(path, get(path));
    }
    all.put("messages", subscriber.attempts().toString());
    for (String type : List.of("claim.created", "accountDebtor.added", "accountMandate.created")) {
      all.put(
          type,
          platform
              .get(
                  "get_events",
                  "eventType",
                  "event." + type,
                  "date",
                  LocalDate.now(ZoneOffset.UTC).toString())
              .expect(200)
              .body());
    }
    return all;
  }

  private String get(String path) {
    return platform.tenant().get(path).expect(200).body();
  }

  private static String unzipped(Path file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** What is read of people. */
  private Map<String, String> read() {
    Map<String, String> all = new LinkedHashMap<>();
    for (String read :
        List.of("get_account", "get_account_claims", "get_account_mandates", "get_account_files")) {
      all.put(read, platform.get(read, "accountReference", "A").expect(200).body());
    }
    all.put(
        "get_debtor_accounts_and_claims",
        platform
            .get("get_debtor_accounts_and_claims", "debtorReference", "D-7")
            .expect(200)
            .body());
    return all;
  }

  private static void assertNothingIn(Map<String, String> all) {
    assertThat(all)
        .allSatisfy((_, text) -> assertThat(text).isNotBlank())
        .allSatisfy((name, text) -> assertThat(PLANTED.in(text)).as(name).isEmpty());
  }

  @Test
  void nothing_shows_who_was_erased_and_the_money_is_whole(CapturedOutput log) throws Exception {
    plant();
    assertThat(read()).allSatisfy((_, text) -> assertThat(PLANTED.in(text)).isNotEmpty());
    assertNothingIn(stored(log));
    String file =
        platform.read("get_account_files", "accountReference", "A").at("/0/fileId").asString();
    assertThat(platform.get("get_file", "fileId", file).expect(200).body()).contains("Mrs. Q.");

    platform.done("erase_debtor", json("[{'debtorReference': 'D-7'}]"));
    platform.done("erase_debtor", json("[{'accountReference': 'A'}]"));

    assertNothingIn(stored(log));
    assertNothingIn(read());
    platform.get("get_file", "fileId", file).expect(404);
    JsonNode account = platform.read("get_account", "accountReference", "A");
    assertThat(account.path("debtors"))
        .isEqualTo(Platform.tree(json("[{'debtorReference': 'D-7'}, {}]")));
    JsonNode claims = platform.read("get_account_claims", "accountReference", "A");
    assertThat(claims.at("/0/amount").asLong()).isEqualTo(500);
    assertThat(claims.at("/1/primaryDebtor"))
        .isEqualTo(Platform.tree(json("{'debtorReference': 'D-7'}")));
    assertThat(platform.balance("1500")).isEqualTo(570);
    assertThat(platform.failed("erase_debtor", json("[{'debtorReference': 'D-7'}]")))
        .startsWith("D-7: ");
  }

  @Test
  void a_request_that_is_repeated_after_the_erasure_shows_nothing_that_was_kept(CapturedOutput log)
      throws Exception {
    plant();
    platform.done("erase_debtor", json("[{'debtorReference': 'D-7'}]"));

    JsonNode again = platform.post("create_claims", key, CLAIM).expect(200).json().path("C");

    // Whose data it is cannot be compared any more, so that it is no repetition.
    assertThat(again.path("success").asBoolean()).isFalse();
    assertThat(PLANTED.in(again.toString())).isEmpty();
    assertNothingIn(stored(log));
  }
}
