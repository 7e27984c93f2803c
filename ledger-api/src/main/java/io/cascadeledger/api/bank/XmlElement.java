package io.cascadeledger.api.bank;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element of an XML document, whatever its namespace.
 *
 * @param name its local name
 * @param currency its attribute {@code Ccy}, or null
 * @param text its text, without spaces around it; empty if it has elements
 * @param children its elements
 */
record XmlElement(String name, String currency, String text, List<XmlElement> children) {

  private static final int DEPTH = 32;

  XmlElement {
    children = List.copyOf(children);
  }

  /**
   * Reads a document. What it might refer to outside of itself is never fetched, and a document
   * that declares entities is none.
   *
   * @throws XMLStreamException if it is not well-formed, too deep, or declares anything
   */
  static XmlElement read(byte[] document) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setXMLResolver(
        (_, _, _, _) -> {
          throw new XMLStreamException("it refers to something outside of itself");
        });
    XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(document));
    try {
      while (reader.next() != XMLStreamConstants.START_ELEMENT) {
        if (reader.getEventType() == XMLStreamConstants.DTD) {
          throw new XMLStreamException("it has a document type declaration");
        }
      }
      XmlElement root = element(reader, 1);
      while (reader.hasNext()) {
        reader.next();
      }
      return root;
    } finally {
      reader.close();
    }
  }

  private static XmlElement element(XMLStreamReader reader, int depth) throws XMLStreamException {
    if (depth > DEPTH) {
      throw new XMLStreamException("it is nested deeper than %d levels".formatted(DEPTH));
    }
    String name = reader.getLocalName();
    String currency = reader.getAttributeValue(null, "Ccy");
    StringBuilder text = new StringBuilder();
    List<XmlElement> children = new ArrayList<>();
    while (true) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> children.add(element(reader, depth + 1));
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            text.append(reader.getText());
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw new XMLStreamException("it refers to an entity");
        case XMLStreamConstants.END_ELEMENT -> {
          return new XmlElement(
              name, currency, children.isEmpty() ? text.toString().strip() : "", children);
        }
        default -> {
          // Comments and instructions say nothing.
        }
      }
    }
  }

  /** The elements of a name. */
  List<XmlElement> all(String wanted) {
    return children.stream().filter(child -> child.name.equals(wanted)).toList();
  }

  /** The elements at the end of a path of names. */
  Stream<XmlElement> at(String... path) {
    Stream<XmlElement> found = Stream.of(this);
    for (String step : path) {
      found = found.flatMap(element -> element.all(step).stream());
    }
    return found;
  }

  /** The first text at the end of a path of names that is not empty; null if there is none. */
  String textAt(String... path) {
    return at(path).map(XmlElement::text).filter(it -> !it.isEmpty()).findFirst().orElse(null);
  }
}
