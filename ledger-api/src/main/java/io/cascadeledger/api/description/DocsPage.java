package io.cascadeledger.api.description;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * The API's documentation, served by the ledger itself: {@code /docs} shows the description, {@code
 * /docs/errors} explains the errors, {@code /openapi.json} is the description for programs. Nothing
 * is loaded from elsewhere, so the pages work without a network and leak nothing.
 */
public final class DocsPage {

  private static final String SWAGGER_UI = "META-INF/resources/webjars/swagger-ui/";
  private static final String SWAGGER_UI_POM =
      "META-INF/maven/org.webjars/swagger-ui/pom.properties";
  private static final Duration ASSETS_CACHED = Duration.ofHours(1);

  /** Swagger UI sets styles in line and draws images from data; scripts come from us alone. */
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
          + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

  private DocsPage() {}

  /** The routes of the documentation. */
  public static RouterFunction<ServerResponse> routes(ApiDescription description) {
    RouterFunctions.Builder router =
        RouterFunctions.route()
            .route(read("/docs"), html(() -> text(ours("docs.html"))))
            .route(read("/docs/errors"), html(ErrorReference::toHtml))
            .route(read("/openapi.json"), json(description::toJson));
    assets().forEach((name, file) -> router.route(read("/docs/assets/" + name), asset(name, file)));
    return router.build();
  }

  /**
   * The routes of another description beside it: a page, and the document that it shows.
   *
   * @param name how both are called
   * @param document the description in JSON
   */
  public static RouterFunction<ServerResponse> routes(String name, Supplier<String> document) {
    String path = "/docs/" + name + "-openapi.json";
    return RouterFunctions.route()
        .route(
            read("/docs/" + name),
            html(() -> text(ours("docs.html")).replace("/openapi.json", path)))
        .route(read(path), json(document))
        .build();
  }

  private static Map<String, Resource> assets() {
    String version = swaggerUiVersion();
    return Map.of(
        "docs.js", ours("docs.js"),
        "errors.css", ours("errors.css"),
        "swagger-ui.css", swaggerUi(version, "swagger-ui.css"),
        "swagger-ui-bundle.js", swaggerUi(version, "swagger-ui-bundle.js"),
        "favicon-32x32.png", swaggerUi(version, "favicon-32x32.png"));
  }

  private static RequestPredicate read(String path) {
    return RequestPredicates.path(path)
        .and(RequestPredicates.methods(HttpMethod.GET, HttpMethod.HEAD));
  }

  /** Made when it is first read: a start has no time for it. */
  private static HandlerFunction<ServerResponse> html(Supplier<String> text) {
    Mono<String> page = Mono.fromSupplier(text).cache();
    return _ -> page.flatMap(DocsPage::html);
  }

  private static Mono<ServerResponse> html(String page) {
    return ServerResponse.ok()
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        .header("X-Content-Type-Options", "nosniff")
        .cacheControl(CacheControl.noCache())
        .bodyValue(page);
  }

  private static HandlerFunction<ServerResponse> json(Supplier<String> description) {
    Mono<byte[]> document =
        Mono.fromSupplier(() -> description.get().getBytes(StandardCharsets.UTF_8)).cache();
    return _ ->
        document.flatMap(
            bytes ->
                ServerResponse.ok()
                    .contentType(MediaType.APPLICATION_JSON)
                    .cacheControl(CacheControl.noCache())
                    .bodyValue(bytes));
  }

  private static HandlerFunction<ServerResponse> asset(String name, Resource file) {
    MediaType type =
        switch (name.substring(name.lastIndexOf('.') + 1)) {
          case "js" -> MediaType.parseMediaType("text/javascript;charset=UTF-8");
          case "css" -> MediaType.parseMediaType("text/css;charset=UTF-8");
          case "png" -> MediaType.IMAGE_PNG;
          default -> throw new IllegalArgumentException("no media type is known for " + name);
        };
    return _ ->
        ServerResponse.ok()
            .contentType(type)
            .header("X-Content-Type-Options", "nosniff")
            .cacheControl(CacheControl.maxAge(ASSETS_CACHED))
            .bodyValue(file);
  }

  private static Resource ours(String name) {
    return required(new ClassPathResource(name, DocsPage.class));
  }

  private static Resource swaggerUi(String version, String name) {
    return required(new ClassPathResource(SWAGGER_UI + version + "/" + name));
  }

  private static Resource required(Resource file) {
    if (!file.exists()) {
      throw new IllegalStateException("the documentation lacks " + file.getDescription());
    }
    return file;
  }

  private static String swaggerUiVersion() {
    try (InputStream pom = new ClassPathResource(SWAGGER_UI_POM).getInputStream()) {
      Properties properties = new Properties();
      properties.load(pom);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Resource file) {
    try {
      return file.getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
