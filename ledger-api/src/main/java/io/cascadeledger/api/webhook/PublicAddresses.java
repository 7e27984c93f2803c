package io.cascadeledger.api.webhook;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * Which addresses belong to the public internet. A server that sends what a caller wants to where a
 * caller wants must not be led to its own network.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">IANA's registry of
 *     IPv4</a>, and that of IPv6
 */
final class PublicAddresses {

  private static final List<IpSubnetFilterRule> SPECIAL =
      List.of(
          special("0.0.0.0", 8),
          special("10.0.0.0", 8),
          special("100.64.0.0", 10), // behind carriers' translators
          special("127.0.0.0", 8),
          special("169.254.0.0", 16), // also what clouds tell their machines
          special("172.16.0.0", 12),
          special("192.0.0.0", 24),
          special("192.0.2.0", 24),
          special("192.88.99.0", 24),
          special("192.168.0.0", 16),
          special("198.18.0.0", 15),
          special("198.51.100.0", 24),
          special("203.0.113.0", 24),
          special("224.0.0.0", 4),
          special("240.0.0.0", 4),
          special("::", 96),
          special("64:ff9b::", 96), // the next two carry addresses of IPv4
          special("64:ff9b:1::", 48),
          special("100::", 64),
          special("2001::", 23),
          special("2001:db8::", 32),
          special("2002::", 16),
          special("3fff::", 20),
          special("5f00::", 16),
          special("fc00::", 7),
          special("fe80::", 10),
          special("fec0::", 10),
          special("ff00::", 8));

  private PublicAddresses() {}

  private static IpSubnetFilterRule special(String network, int prefix) {
    return new IpSubnetFilterRule(network, prefix, IpFilterRuleType.REJECT);
  }

  static boolean has(InetAddress address) {
    InetSocketAddress socket = new InetSocketAddress(address, 0);
    return SPECIAL.stream().noneMatch(rule -> rule.matches(socket));
  }
}
