package io.cascadeledger.api.server;

import static io.cascadeledger.api.server.Platform.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.api.security.Scopes;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Files of debtor accounts. */
class UploadedFilesTest {

  private final Platform platform = Platform.start();

  private Reply upload(String account, String content) {
    return upload(account, "", content);
  }

  /** Uploads a file that is about a debtor, if one is named. */
  private Reply upload(String account, String debtor, String content) {
    String body =
        """
        --limit\r
        Content-Disposition: form-data; name="debtorReference"\r
        \r
        %s\r
        --limit\r
        Content-Disposition: form-data; name="accountId"\r
        \r
        %s\r
        --limit\r
        Content-Disposition: form-data; name="documentType"\r
        \r
        Invoice\r
        --limit\r
        Content-Disposition: form-data; name="file"; filename="invoice of Ada.txt"\r
        Content-Type: text/plain\r
        \r
        %s\r
        --limit--\r
        """
            .formatted(debtor, account, content);
    return platform
        .tenant()
        .send(
            platform
                .request("upload_files")
                .header("Content-Type", "multipart/form-data; boundary=limit")
                .POST(BodyPublishers.ofString(body)));
  }

  @Test
  void a_file_is_kept_once_with_its_hash_and_sealed() {
    platform.newAccount("A");

    JsonNode first = upload("A", "dear Ada").expect(200).json().path("A");
    JsonNode again = upload("A", "dear Ada").expect(200).json().path("A");

    assertThat(first.path("success").asBoolean()).as(first.toString()).isTrue();
    assertThat(again).isEqualTo(first);
    String row =
        RunningLedger.JDBC.queryForObject(
            "SELECT debtor_file::text FROM debtor_file WHERE tenant = ?",
            String.class,
            platform.tenant().name());
    assertThat(row).doesNotContain("Ada").contains(sha256("dear Ada"));
    assertThat(first.path("messages").get(0).asString()).endsWith(sha256("dear Ada"));
  }

  private static String sha256(String text) {
    return RunningLedger.JDBC.queryForObject(
        "SELECT encode(sha256(convert_to(?, 'UTF8')), 'hex')", String.class, text);
  }

  @Test
  void a_file_needs_an_account_and_has_a_limit() {
    JsonNode answer = upload("none", "text").expect(200).json().path("none");
    assertThat(answer.path("success").asBoolean()).isFalse();
    platform.newAccount("A");
    assertThat(upload("A", "x".repeat(10_485_761)).expect(413).text("message")).isNotEmpty();
    platform.post("upload_files", "{}").expect(400).text("message");
  }

  private JsonNode files(String account) {
    return platform.read("get_account_files", "accountReference", account);
  }

  private String id(String account, String debtor, String content) {
    return upload(account, debtor, content)
        .expect(200)
        .json()
        .path(account)
        .path("messageIds")
        .get(0)
        .asString();
  }

  @Test
  void a_file_is_listed_and_read_as_it_was_uploaded() {
    platform.newAccount("A");
    String content = "Grüße \u0001\u0002 an Ada";
    String id = id("A", "", content);

    JsonNode listed = files("A");
    Reply read = platform.get("get_file", "fileId", id).expect(200);

    assertThat(listed.size()).isEqualTo(1);
    assertThat(listed.at("/0/fileId").asString()).isEqualTo(id);
    assertThat(listed.at("/0/name").asString()).isEqualTo("invoice of Ada.txt");
    assertThat(listed.at("/0/documentType").asString()).isEqualTo("Invoice");
    assertThat(listed.at("/0/sha256").asString()).isEqualTo(sha256(content));
    assertThat(listed.at("/0/bytes").asLong()).isEqualTo(content.getBytes(UTF_8).length);
    assertThat(read.body()).isEqualTo(content);
    assertThat(read.header("Content-Type")).isEqualTo("application/octet-stream");
    assertThat(read.header("Content-Disposition")).startsWith("attachment;");
    String digest = read.header("Repr-Digest").replaceAll("^sha-256=:|:$", "");
    assertThat(HexFormat.of().formatHex(Base64.getDecoder().decode(digest)))
        .isEqualTo(sha256(content));
  }

  @Test
  void files_are_listed_page_by_page() {
    platform.newAccount("A");
    for (int i = 0; i < 3; i++) {
      upload("A", "file " + i).expect(200);
    }

    Reply first = platform.get("get_account_files", "accountReference", "A", "limit", "2");
    String link = first.header("Link");
    Reply second =
        platform
            .tenant()
            .send(
                HttpRequest.newBuilder(URI.create(link.substring(1, link.indexOf('>'))))
                    .header("Authorization", platform.tenant().token()));

    assertThat(first.json().size()).isEqualTo(2);
    assertThat(second.json().size()).isEqualTo(1);
    assertThat(second.json().at("/0/sha256").asString()).isEqualTo(sha256("file 2"));
    assertThat(second.header("Link")).isNull();
  }

  @Test
  void files_are_for_their_tenant_and_for_those_who_may_read() {
    platform.newAccount("A");
    String id = id("A", "", "text");

    Platform.start().get("get_file", "fileId", id).expect(404).text("message");
    platform.get("get_account_files", "accountReference", "none").expect(404).text("message");
    platform.get("get_file", "fileId", "no id").expect(400).text("message");
    Tenant writer = RunningLedger.newTenant(Set.of(Scopes.DEBTORS_WRITE));
    writer.get("/v1/" + writer.name() + "/get_file?fileId=" + id).expect(403).text("message");
  }

  @Test
  void the_files_of_an_account_are_erased_with_each_of_its_debtors() {
    platform.done(
        "create_accounts",
        json(
            "{'A': {'currency': 'EUR', 'debtors': [%s, %s]}, 'B': {'currency': 'EUR', 'debtors': [%s]}}"
                .formatted(debtor("D1"), debtor("D2"), debtor("D2"))),
        2);
    String ofAccount = id("A", "", "about somebody");
    String ofFirst = id("A", "D1", "about the first");
    String ofSecond = id("A", "D2", "about the second");
    String elsewhere = id("B", "", "about somebody else");

    platform.done("erase_debtor", json("[{'debtorReference': 'D1'}]"));

    assertThat(files("A").size()).isEqualTo(1);
    for (String erased : List.of(ofAccount, ofFirst)) {
      assertThat(platform.get("get_file", "fileId", erased).expect(404).text("message"))
          .contains("erased");
    }
    assertThat(platform.get("get_file", "fileId", ofSecond).expect(200).body())
        .isEqualTo("about the second");
    assertThat(platform.get("get_file", "fileId", elsewhere).expect(200).body())
        .isEqualTo("about somebody else");

    platform.done("erase_debtor", json("[{'debtorReference': 'D2'}]"));
    assertThat(files("A").isEmpty()).isTrue();
    assertThat(files("B").isEmpty()).isTrue();
    assertThat(
            RunningLedger.JDBC.queryForObject(
                "SELECT count(*) FROM debtor_file WHERE tenant = ?",
                Long.class,
                platform.tenant().name()))
        .isZero();
    assertThat(id("A", "", "about somebody")).isNotEqualTo(ofAccount);
    assertThat(files("A").size()).isEqualTo(1);
  }

  private static String debtor(String reference) {
    return "{'debtorReference': '%s', 'firstName': 'F', 'lastName': 'L', 'contactInformation': {}}"
        .formatted(reference);
  }
}
