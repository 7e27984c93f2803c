package io.cascadeledger.api.debtor;

import io.cascadeledger.account.entry.Mandate;
import io.cascadeledger.party.Debtor;
import io.cascadeledger.party.PersonalData;
import io.cascadeledger.sealing.DataSubjects;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Reads what requests say of people, and has it sealed at once. */
final class PersonReader {

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

  private final Seal seal;

  PersonReader(Seal seal) {
    this.seal = seal;
  }

  /** Seals what is known of somebody with the key of theirs; it may block. */
  @FunctionalInterface
  interface Seal {

    /**
     * Seals a text.
     *
     * @param subject whose it is, in the words of {@link DataSubjects}
     */
    PersonalData of(String tenant, String subject, String content);
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
    return new Debtor(reference, seal.of(tenant, subject, content.toString()));
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
            : seal.of(tenant, DataSubjects.debtor(debtor), content.toString()));
  }
}
