package io.cascadeledger.api.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** A stream of Server-Sent Events, read as a browser reads it. */
final class OpenEvents implements AutoCloseable {

  private final InputStream body;
  private final BufferedReader lines;

  /** An event as it came. */
  record Event(String id, String type, String data) {}

  OpenEvents(Tenant caller, String path, String lastEventId)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = caller.request(path).header("Accept", "text/event-stream");
    if (lastEventId != null) {
      request.header("Last-Event-ID", lastEventId);
    }
    HttpResponse<InputStream> response =
        Tenant.HTTP.send(request.build(), BodyHandlers.ofInputStream());
    if (response.statusCode() != 200
        || !response.headers().firstValue("Content-Type").orElse("").equals("text/event-stream")) {
      throw new AssertionError(response);
    }
    body = response.body();
    lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
  }

  /** The next event; comments, and blocks without data, are none. */
  Event next() throws IOException {
    Map<String, String> fields = new HashMap<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.isEmpty()) {
        if (fields.containsKey("data")) {
          return new Event(fields.get("id"), fields.get("event"), fields.get("data"));
        }
        fields.clear();
      } else if (!line.startsWith(":")) {
        String[] parts = line.split(": ", 2);
        fields.put(parts[0], parts[1]);
      }
    }
    throw new AssertionError("the stream has ended");
  }

  @Override
  public void close() throws IOException {
    body.close();
  }
}
