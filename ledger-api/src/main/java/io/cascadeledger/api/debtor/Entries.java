package io.cascadeledger.api.debtor;

import io.cascadeledger.account.entry.LedgerEntry;
import io.cascadeledger.metadata.Meta;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Ledger entries on the wire: the kind is said by which details there are. */
final class Entries {

  private static final List<String> KINDS =
      List.of(
          "invoiceDetails",
          "feeDetails",
          "paymentDetails",
          "adjustmentDetails",
          "chargebackDetails",
          "discountDetails",
          "reportingDetails");

  private Entries() {}

  /** Reads an entry out of an object that may say more. */
  static LedgerEntry read(WireObject item) {
    String reference = item.required("ledgerEntryReference", WireObject::reference);
    List<String> kinds = KINDS.stream().filter(item::has).toList();
    if (kinds.size() != 1) {
      throw new ItemFault(reference + ": exactly one must be there of " + KINDS);
    }
    WireObject details = item.required(kinds.getFirst(), WireObject::object);
    WireObject context = item.required("context", WireObject::object);
    LedgerEntry entry = read(kinds.getFirst(), reference, details, context);
    details.requireNothingElse();
    context.requireNothingElse();
    return entry;
  }

  private static LedgerEntry read(
      String kind, String reference, WireObject details, WireObject context) {
    long amount = details.required("amount", WireObject::number);
    Instant createdAt = details.moment("createdAt");
    Meta meta = details.meta("meta");
    String product = context.reference("productReference");
    return switch (kind) {
      case "invoiceDetails" ->
          new LedgerEntry.Invoice(
              reference,
              amount,
              details.required("dueDate", WireObject::date),
              details.text("paymentReference"),
              context.reference("externalDebtorReference"),
              product,
              createdAt,
              meta);
      case "feeDetails" ->
          new LedgerEntry.Fee(
              reference,
              amount,
              details.text("type"),
              context.reference("ledgerEntryReference"),
              product,
              createdAt,
              meta);
      case "paymentDetails" ->
          new LedgerEntry.Payment(
              reference,
              amount,
              details.text("paymentReference"),
              details.text("paymentProvider"),
              context.reference("ledgerEntryReference"),
              product,
              createdAt,
              meta);
      case "adjustmentDetails" ->
          new LedgerEntry.Adjustment(
              reference,
              amount,
              details.text("reason"),
              details.date("dueDate"),
              context.reference("ledgerEntryReference"),
              product,
              createdAt,
              meta);
      case "chargebackDetails" ->
          new LedgerEntry.Chargeback(
              reference,
              amount,
              context.required("ledgerEntryReference", WireObject::reference),
              product,
              createdAt,
              meta);
      case "discountDetails" ->
          new LedgerEntry.Discount(
              reference,
              amount,
              context.required("ledgerEntryReference", WireObject::reference),
              product,
              createdAt,
              meta);
      default -> new LedgerEntry.Reporting(reference, amount, product, createdAt, meta);
    };
  }

  /** Writes an entry. */
  static ObjectNode write(LedgerEntry entry) {
    ObjectNode object = Wire.object().put("ledgerEntryReference", entry.reference());
    ObjectNode details = Wire.object().put("amount", entry.amountMinor());
    ObjectNode context = Wire.object();
    switch (entry) {
      case LedgerEntry.Invoice it -> {
        Wire.put(details, "dueDate", it.dueDate());
        Wire.put(details, "paymentReference", it.paymentReference());
        Wire.put(context, "externalDebtorReference", it.debtorReference());
        object.set("invoiceDetails", details);
      }
      case LedgerEntry.Fee it -> {
        Wire.put(details, "type", it.type());
        object.set("feeDetails", details);
      }
      case LedgerEntry.Payment it -> {
        Wire.put(details, "paymentReference", it.paymentReference());
        Wire.put(details, "paymentProvider", it.paymentProvider());
        object.set("paymentDetails", details);
      }
      case LedgerEntry.Adjustment it -> {
        Wire.put(details, "reason", it.reason());
        Wire.put(details, "dueDate", it.dueDate());
        object.set("adjustmentDetails", details);
      }
      case LedgerEntry.Chargeback _ -> object.set("chargebackDetails", details);
      case LedgerEntry.Discount _ -> object.set("discountDetails", details);
      case LedgerEntry.Reporting _ -> object.set("reportingDetails", details);
    }
    if (entry.createdAt() != null) {
      details.put("createdAt", entry.createdAt().toEpochMilli());
    }
    Wire.putMeta(details, entry.meta());
    Wire.put(context, "productReference", entry.productReference());
    Wire.put(context, "ledgerEntryReference", entry.target());
    object.set("context", context);
    return object;
  }
}
