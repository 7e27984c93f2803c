package io.cascadeledger.identifier;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;
import org.axonframework.common.IdentifierFactory;

/**
 * Makes identifiers: UUIDs of version 7, which begin with the time. Those made one after the other
 * stand beside each other in an index, and no entropy is drawn for each. They are unique but not
 * secret: within a millisecond, one follows from the other.
 *
 * <p>Axon finds this class as a service, and names events by it too.
 */
public final class Identifiers extends IdentifierFactory {

  private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

  /** For Axon; others call {@link #next()}. */
  public Identifiers() {}

  /** An identifier that no other is equal to; greater than those that this process made before. */
  public static UUID next() {
    return GENERATOR.generate();
  }

  @Override
  public String generateIdentifier() {
    return next().toString();
  }
}
