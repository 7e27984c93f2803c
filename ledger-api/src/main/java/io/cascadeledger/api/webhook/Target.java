package io.cascadeledger.api.webhook;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;

/** Where messages may be sent. */
final class Target {

  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;
  private static final int LAST_PORT = 65_535;

  private final boolean privateAllowed;

  /**
   * The rule of a server.
   *
   * @param privateAllowed whether addresses of private networks are allowed, and plain HTTP
   */
  Target(boolean privateAllowed) {
    this.privateAllowed = privateAllowed;
  }

  /**
   * A URL that messages may be sent to, as far as can be said without asking for its addresses.
   *
   * @throws IllegalArgumentException if they may not; the message says what it must be
   */
  URI url(String text) {
    URI url;
    try {
      url = new URI(text);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("must be a URL", e);
    }
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !(privateAllowed && scheme.equals("http"))) {
      throw new IllegalArgumentException("must begin with https://");
    }
    if (url.getHost() == null || url.getPort() == 0 || url.getPort() > LAST_PORT) {
      throw new IllegalArgumentException("must name a host");
    }
    if (url.getRawUserInfo() != null || url.getRawFragment() != null) {
      throw new IllegalArgumentException("must have no user and no fragment");
    }
    if (isAddress(url.getHost()) && !isAllowed(literal(url.getHost()))) {
      throw new IllegalArgumentException("must not be an address of a private network");
    }
    return url;
  }

  private static boolean isAddress(String host) {
    return host.startsWith("[") || host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
  }

  private static InetAddress literal(String host) {
    try {
      return InetAddress.getByName(host); // asks nobody: it is an address
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("must name a host", e);
    }
  }

  private boolean isAllowed(InetAddress address) {
    return privateAllowed || PublicAddresses.has(address);
  }

  /**
   * The address to connect to. It is looked up once, so that what is looked at is what is used.
   *
   * @throws IOException if the host is not known, or has only addresses that are not allowed
   */
  InetSocketAddress address(URI url) throws IOException {
    String host = url.getHost();
    InetAddress address =
        Arrays.stream(InetAddress.getAllByName(host))
            .filter(this::isAllowed)
            .findFirst()
            .orElseThrow(() -> new IOException("The host has no public address."));
    InetAddress named = InetAddress.getByAddress(host, address.getAddress());
    return new InetSocketAddress(named, port(url));
  }

  static boolean isSecure(URI url) {
    return url.getScheme().equalsIgnoreCase("https");
  }

  private static int port(URI url) {
    if (url.getPort() > 0) {
      return url.getPort();
    }
    return isSecure(url) ? HTTPS_PORT : HTTP_PORT;
  }
}
