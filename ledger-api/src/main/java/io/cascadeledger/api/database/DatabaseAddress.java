package io.cascadeledger.api.database;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.util.StringUtils;

/**
 * Where a PostgreSQL database is, and as whom to enter it.
 *
 * @param host the server's name or address
 * @param port its port
 * @param database the database's name
 * @param user the user, or null for the driver's default
 * @param password the password, or null if none is asked for
 * @param parameters further parameters of the URL, such as {@code sslmode}
 */
public record DatabaseAddress(
    String host,
    int port,
    String database,
    String user,
    String password,
    Map<String, String> parameters) {

  private static final int DEFAULT_PORT = 5432;

  public DatabaseAddress {
    parameters = Map.copyOf(parameters);
  }

  /**
   * Reads a URL.
   *
   * @param url {@code postgresql://user:password@host:port/database?parameter=value}; {@code
   *     postgres://} and {@code jdbc:postgresql://} are understood too
   * @throws IllegalArgumentException if it is not such a URL; the message does not repeat the URL,
   *     which may hold a password
   */
  public static DatabaseAddress parse(String url) {
    try {
      URI uri = new URI(url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url);
      boolean known = "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
      String path = uri.getPath();
      if (!known || uri.getHost() == null || path == null || path.length() < 2) {
        throw malformed();
      }
      Map<String, String> parameters = parameters(uri.getRawQuery());
      String[] userInfo =
          uri.getRawUserInfo() == null ? new String[0] : uri.getRawUserInfo().split(":", 2);
      String user = userInfo.length > 0 ? decode(userInfo[0]) : parameters.remove("user");
      String password = userInfo.length > 1 ? decode(userInfo[1]) : parameters.remove("password");
      return new DatabaseAddress(
          uri.getHost(),
          uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort(),
          path.substring(1),
          user,
          password,
          parameters);
    } catch (URISyntaxException e) {
      throw malformed();
    }
  }

  private static IllegalArgumentException malformed() {
    return new IllegalArgumentException(
        "the database's URL must look like postgresql://user:password@host:5432/database");
  }

  private static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (StringUtils.hasText(query)) {
      for (String pair : query.split("&", -1)) {
        String[] parts = pair.split("=", 2);
        parameters.put(decode(parts[0]), parts.length > 1 ? decode(parts[1]) : "");
      }
    }
    return parameters;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** The URL for JDBC, with neither user nor password. */
  public String jdbcUrl() {
    StringBuilder url =
        new StringBuilder("jdbc:postgresql://%s:%d/%s".formatted(host, port, database));
    char separator = '?';
    for (Map.Entry<String, String> parameter : parameters.entrySet()) {
      url.append(separator).append(parameter.getKey()).append('=').append(parameter.getValue());
      separator = '&';
    }
    return url.toString();
  }

  /** Without the password, so that it may be logged. */
  @Override
  public String toString() {
    return "postgresql://%s:%d/%s".formatted(host, port, database);
  }
}
