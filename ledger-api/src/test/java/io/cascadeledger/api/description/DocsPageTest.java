package io.cascadeledger.api.description;

import static org.assertj.core.api.Assertions.assertThat;

import io.cascadeledger.api.testing.HttpServer;
import java.net.http.HttpResponse;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocsPageTest {

  private static final Pattern LINK = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

  private static ApiDescription description;
  private static HttpServer server;

  @BeforeAll
  static void start() {
    description = new ApiDescription(SampleEndpoints.facts(), SampleEndpoints.all());
    server = new HttpServer(DocsPage.routes(description));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/docs, text/html;charset=UTF-8, /openapi.json",
    "/docs/errors, text/html;charset=UTF-8, idempotency_mismatch",
    "/docs/assets/docs.js, text/javascript;charset=UTF-8, dataset.description",
    "/docs/assets/swagger-ui.css, text/css;charset=UTF-8, .swagger-ui",
    "/docs/assets/swagger-ui-bundle.js, text/javascript;charset=UTF-8, SwaggerUIBundle"
  })
  void a_page_is_served_with_its_type(String path, String type, String content) throws Exception {
    HttpResponse<String> page = server.send(server.request(path));

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type")).contains(type);
    assertThat(page.body()).contains(content);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/docs", "/docs/errors"})
  void everything_that_a_page_loads_comes_from_the_ledger(String path) throws Exception {
    String page = server.send(server.request(path)).body();

    assertThat(LINK.matcher(page).results().map((MatchResult link) -> link.group(1)))
        .isNotEmpty()
        .allSatisfy(
            link -> {
              assertThat(link).startsWith("/");
              assertThat(server.send(server.request(link)).statusCode()).as(link).isEqualTo(200);
            });
  }

  @Test
  void the_description_is_served_for_programs() throws Exception {
    HttpResponse<String> document = server.send(server.request("/openapi.json"));

    assertThat(document.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(document.body()).isEqualTo(description.toJson());
  }

  @Test
  void a_page_can_be_asked_for_its_headers() throws Exception {
    assertThat(server.send(server.request("/docs").HEAD()).statusCode()).isEqualTo(200);
  }

  @Test
  void no_other_file_is_served() throws Exception {
    assertThat(server.send(server.request("/docs/assets/index.html")).statusCode()).isEqualTo(404);
    assertThat(server.send(server.request("/docs/assets/..%2Fdocs.html")).statusCode())
        .isEqualTo(404);
  }
}
