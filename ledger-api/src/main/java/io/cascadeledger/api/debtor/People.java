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
 * What is known of people, between the wire and the seal. Sealing and opening asks the database for
 * keys, and blocks.
 */
final class People {

  /** The texts that are personal, as the wire names them. */
  static final List<String> TEXTS =
      List.of(
          "birthday",
          "gender",
          "firstName",
          "lastName",
          "middleName",
          "title",
          "companyName",
          "SSN");

  private static final List<String> CONTACTS =
      List.of(
          "country",
          "city",
          "mobileNumber",
          "postalCode",
          "houseNumber",
          "addressLine1",
          "addressLine2",
          "addressLine3",
          "landLine",
          "state",
          "email");

  private static final List<String> MORE_CONTACTS =
      List.of("email", "mobileNumber", "landLine", "workPhoneNumber");

  private static final List<String> REPRESENTATION =
      List.of(
          "holderName",
          "bankName",
          "accountNumber",
          "cardIssuer",
          "lastDigits",
          "expiryMonth",
          "expiryYear");

  private enum Type {
    natural,
    legal
  }

  private final DataSubjects subjects;

  People(DataSubjects subjects) {
    this.subjects = subjects;
  }

  /**
   * Reads and seals a debtor.
   *
   * @param unnamed whose key is used if the lender has not named the debtor
   * @param contactRequired whether there must be contact information
   */
  Debtor debtor(String tenant, WireObject object, String unnamed, boolean contactRequired) {
    String reference = object.reference("debtorReference");
    ObjectNode content = Wire.object();
    TEXTS.forEach(name -> Wire.put(content, name, object.text(name)));
    object.date("birthday");
    Type type = object.constant("type", Type.class);
    Wire.put(content, "type", type);
    if (type == Type.legal) {
      object.required("companyName", WireObject::text);
    } else {
      object.required("firstName", WireObject::text);
      object.required("lastName", WireObject::text);
    }
    WireObject contact =
        contactRequired
            ? object.required("contactInformation", WireObject::object)
            : object.object("contactInformation");
    if (contact != null) {
      content.set("contactInformation", contact(contact));
    }
    String subject = reference == null ? unnamed : DataSubjects.debtor(reference);
    return new Debtor(reference, subjects.obtain(tenant, subject).seal(content.toString()));
  }

  private static ObjectNode contact(WireObject object) {
    ObjectNode contact = texts(object, CONTACTS);
    List<ObjectNode> more =
        object.list("additionalContactInformation", it -> only(it, texts(it, MORE_CONTACTS)));
    if (more != null) {
      contact.putArray("additionalContactInformation").addAll(more);
    }
    object.requireNothingElse();
    return contact;
  }

  private static ObjectNode only(WireObject object, ObjectNode texts) {
    object.requireNothingElse();
    return texts;
  }

  private static ObjectNode texts(WireObject object, List<String> names) {
    ObjectNode texts = Wire.object();
    names.forEach(name -> Wire.put(texts, name, object.text(name)));
    return texts;
  }

  /** Reads and seals a mandate. */
  Mandate mandate(String tenant, WireObject object) {
    String debtor = object.required("debtorReference", WireObject::reference);
    ObjectNode content = Wire.object();
    WireObject representation = object.object("mandateRepresentation");
    if (representation != null) {
      boolean card = representation.has("cardIssuer") || representation.has("lastDigits");
      (card ? List.of("cardIssuer", "lastDigits") : List.of("bankName", "accountNumber"))
          .forEach(name -> representation.required(name, WireObject::text));
      content.set(
          "mandateRepresentation", only(representation, texts(representation, REPRESENTATION)));
    }
    String provider = object.required("providerName", WireObject::text);
    String address =
        provider.startsWith("paylandsen")
            ? object.required("clientIpAddress", WireObject::text)
            : object.text("clientIpAddress");
    Wire.put(content, "clientIpAddress", address);
    return new Mandate(
        object.required("mandateId", WireObject::reference),
        provider,
        debtor,
        object.texts("productReferences"),
        content.isEmpty()
            ? null
            : subjects.obtain(tenant, DataSubjects.debtor(debtor)).seal(content.toString()));
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
