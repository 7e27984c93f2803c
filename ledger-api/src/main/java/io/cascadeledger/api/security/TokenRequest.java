package io.cascadeledger.api.security;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.util.StringUtils;

/**
 * A well-formed request for a client_credentials token.
 *
 * @param scopes what it asks for; empty for all that the client may have
 */
record TokenRequest(String clientId, String clientSecret, Set<String> scopes) {

  private static final String BASIC = "Basic ";

  private record Credentials(String id, String secret) {}

  /**
   * Reads a request.
   *
   * @param authorization the Authorization headers
   * @param form the body, URL-encoded
   * @throws TokenRefusal if it is not one
   */
  static TokenRequest of(List<String> authorization, String form) {
    Map<String, String> fields = fields(form);
    if (!fields.containsKey("grant_type")) {
      throw TokenRefusal.invalidRequest("grant_type is missing");
    }
    return of(authorization, fields);
  }

  /**
   * Reads a request that need not name the grant, because there is one only.
   *
   * @throws TokenRefusal if it is not one
   */
  static TokenRequest ofBasic(List<String> authorization, String form) {
    return of(authorization, fields(form));
  }

  private static TokenRequest of(List<String> authorization, Map<String, String> fields) {
    String grantType = fields.getOrDefault("grant_type", "client_credentials");
    if (!grantType.equals("client_credentials")) {
      throw TokenRefusal.unsupportedGrantType();
    }
    Credentials credentials =
        authorization.isEmpty() ? posted(fields) : basic(authorization, fields);
    String scope = fields.getOrDefault("scope", "");
    return new TokenRequest(
        credentials.id(),
        credentials.secret(),
        new TreeSet<>(List.of(StringUtils.tokenizeToStringArray(scope, " "))));
  }

  private static Credentials posted(Map<String, String> fields) {
    String id = fields.get("client_id");
    String secret = fields.get("client_secret");
    if (id == null || secret == null) {
      throw TokenRefusal.noCredentials();
    }
    return new Credentials(id, secret);
  }

  /** RFC 6749, section 2.3.1: both parts are URL-encoded before they are Basic-encoded. */
  private static Credentials basic(List<String> authorization, Map<String, String> fields) {
    String header = authorization.getFirst();
    if (authorization.size() > 1 || fields.containsKey("client_secret")) {
      throw TokenRefusal.invalidRequest("The client authenticates in more than one way");
    }
    if (!header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      throw TokenRefusal.noCredentials();
    }
    String pair = decodedBase64(header.substring(BASIC.length()).strip());
    int colon = pair.indexOf(':');
    if (colon < 0) {
      throw TokenRefusal.noCredentials();
    }
    String id = decoded(pair.substring(0, colon));
    if (!fields.getOrDefault("client_id", id).equals(id)) {
      throw TokenRefusal.invalidRequest("client_id differs from the one in the header");
    }
    return new Credentials(id, decoded(pair.substring(colon + 1)));
  }

  private static String decodedBase64(String text) {
    try {
      return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw TokenRefusal.noCredentials();
    }
  }

  /** The fields that have a value; RFC 6749 takes one without as absent and forbids repetition. */
  private static Map<String, String> fields(String form) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String field : StringUtils.tokenizeToStringArray(form, "&")) {
      int equals = field.indexOf('=');
      String name = decoded(equals < 0 ? field : field.substring(0, equals));
      String value = equals < 0 ? "" : decoded(field.substring(equals + 1));
      if (!value.isEmpty() && fields.put(name, value) != null) {
        throw TokenRefusal.invalidRequest("A parameter is repeated");
      }
    }
    return fields;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw TokenRefusal.invalidRequest("A parameter is not URL-encoded");
    }
  }

  /** Without the secret, so that it is not logged by accident. */
  @Override
  public String toString() {
    return "TokenRequest[clientId=" + clientId + ", scopes=" + scopes + "]";
  }
}
