package io.cascadeledger.api.exchange;

import java.util.Map;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.MediaType;

/**
 * An answer that is written while it is made.
 *
 * @param type its media type
 * @param headers what its headers say besides
 * @param body its body; if it fails, the connection is closed before its end
 */
public record StreamedAnswer(
    MediaType type, Map<String, String> headers, Publisher<DataBuffer> body) {

  public StreamedAnswer {
    headers = Map.copyOf(headers);
  }
}
