package io.cascadeledger.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Files of debtor accounts. */
class UploadedFilesTest {

  private final Platform platform = Platform.start();

  private Reply upload(String account, String content) {
    String body =
        """
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
            .formatted(account, content);
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
}
