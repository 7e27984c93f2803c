package io.cascadeledger.api.operation;

import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.http.MediaType;

/**
 * A form in which an answer can be written other than as one JSON text, for who asks for it by
 * {@code Accept}.
 *
 * @param type its media type
 * @param description what it is
 * @param of what it is many of, such as one on each line; null if it is any text
 * @param example makes an example, or the beginning of one, when it is asked for: a start has no
 *     time for it
 */
public record TextForm(
    MediaType type, String description, Class<? extends Record> of, Supplier<?> example) {

  public TextForm {
    Objects.requireNonNull(description, "description must not be null");
    Objects.requireNonNull(example, "example must not be null");
  }

  /** Any text. */
  public TextForm(MediaType type, String description, Supplier<String> example) {
    this(type, description, null, example);
  }
}
