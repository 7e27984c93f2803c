package io.cascadeledger.api.operation;

import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.http.MediaType;

/**
 * Another form in which an answer can be written than JSON, for who asks for it by {@code Accept}.
 *
 * @param type its media type
 * @param description what it is
 * @param example makes an example, or the beginning of one, when it is asked for: a start has no
 *     time for it
 */
public record TextForm(MediaType type, String description, Supplier<String> example) {

  public TextForm {
    Objects.requireNonNull(description, "description must not be null");
    Objects.requireNonNull(example, "example must not be null");
  }
}
