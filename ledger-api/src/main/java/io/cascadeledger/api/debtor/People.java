package io.cascadeledger.api.debtor;

import io.cascadeledger.account.entry.Mandate;
import io.cascadeledger.party.Debtor;
import io.cascadeledger.party.PersonalData;
import io.cascadeledger.sealing.DataSubjects;
import io.cascadeledger.sealing.SubjectKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is known of people, opened for the wire, and erased. It asks the database for keys, and
 * blocks.
 */
final class People {

  private final DataSubjects subjects;

  People(DataSubjects subjects) {
    this.subjects = subjects;
  }

  /** The keys with which some sealed data can be opened; those that were destroyed are missing. */
  Opened open(String tenant, Collection<PersonalData> sealed) {
    List<UUID> wanted =
        sealed.stream().filter(Objects::nonNull).map(PersonalData::subject).distinct().toList();
    return new Opened(wanted.isEmpty() ? Map.of() : subjects.findAll(tenant, wanted));
  }

  /** Destroys a key. */
  boolean erase(String tenant, String subject) {
    return subjects.erase(tenant, subject);
  }

  /** What can be read with some keys. */
  static final class Opened {

    private final Map<UUID, SubjectKey> keys;

    private Opened(Map<UUID, SubjectKey> keys) {
      this.keys = keys;
    }

    /** A debtor on the wire: of one that was erased, the reference only. */
    ObjectNode write(Debtor debtor) {
      ObjectNode object = Wire.object();
      Wire.put(object, "debtorReference", debtor.reference());
      return addTo(object, debtor.personal());
    }

    /** A mandate on the wire, without its account. */
    ObjectNode write(Mandate mandate) {
      ObjectNode object = Wire.object().put("mandateId", mandate.id());
      Wire.put(object, "providerName", mandate.providerName());
      Wire.put(object, "debtorReference", mandate.debtorReference());
      mandate.productReferences().forEach(object.putArray("productReferences")::add);
      return mandate.personal() == null ? object : addTo(object, mandate.personal());
    }

    private ObjectNode addTo(ObjectNode object, PersonalData personal) {
      SubjectKey key = keys.get(personal.subject());
      if (key != null) {
        object.setAll((ObjectNode) Wire.read(key.open(personal)));
      }
      return object;
    }
  }

  /** All that is sealed of some debtors. */
  static List<PersonalData> sealed(Collection<Debtor> debtors) {
    return debtors.stream().map(Debtor::personal).collect(Collectors.toList());
  }
}
