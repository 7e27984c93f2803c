package io.cascadeledger.api.debtor;

import io.cascadeledger.account.entry.Product;
import tools.jackson.databind.node.ObjectNode;

/** Products on the wire. */
final class Products {

  private Products() {}

  /** Reads a product out of an object that may say more. */
  static Product read(WireObject item) {
    return new Product(
        item.required("productReference", WireObject::reference),
        item.text("paymentReference"),
        item.text("type"),
        item.text("name"),
        item.text("code"),
        item.meta("meta"));
  }

  /** Writes a product. */
  static ObjectNode write(Product product) {
    ObjectNode object = Wire.object().put("productReference", product.reference());
    Wire.put(object, "paymentReference", product.paymentReference());
    Wire.put(object, "type", product.type());
    Wire.put(object, "name", product.name());
    Wire.put(object, "code", product.code());
    Wire.putMeta(object, product.meta());
    return object;
  }
}
