// Which addresses a page may be fetched from: public ones, and no others unless allowed.
import ipaddr from 'ipaddr.js';
import { EntenteError } from '../base/error.js';

/** Throws `refused-address` for a URL that is not http(s) or carries credentials; returns it parsed. */
export function checkedUrl(address: string, base?: string): URL {
  let url: URL;
  try {
    url = new URL(address, base);
  } catch (cause) {
    throw new EntenteError('refused-address', 'not a URL', { source: address, cause });
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new EntenteError('refused-address', `only http and https are fetched, not ${url.protocol}`, {
      source: address,
    });
  }
  if (url.username !== '' || url.password !== '') {
    throw new EntenteError('refused-address', 'a URL with a name or password is not fetched', {
      source: url.host,
    });
  }
  return url;
}

/**
 * True for a public unicast address; false for private, loopback, link-local, shared, multicast and reserved ones, also
 * where an IPv6 address carries one, and for what is no address.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed instanceof ipaddr.IPv4) return parsed.range() === 'unicast';
  const inner = embedded(parsed);
  return inner === undefined ? isGlobal(parsed) : inner.range() === 'unicast';
}

/** Global unicast is 2000::/3 (RFC 4291, IANA's registry) without the ranges set aside in it. */
function isGlobal(address: ipaddr.IPv6): boolean {
  return address.range() === 'unicast' && address.parts[0]! >> 13 === 1;
}

/** The IPv4 address inside a mapped, translated (NAT64, RFC 6052; RFC 6145) or 6to4 address. */
function embedded(address: ipaddr.IPv6): ipaddr.IPv4 | undefined {
  if (address.isIPv4MappedAddress()) return address.toIPv4Address();
  const bytes = address.toByteArray();
  const range = address.range();
  // Only the well-known prefix 64:ff9b::/96 has the IPv4 address at its end; a network's own prefix is no public one.
  if (range === 'rfc6145' || (range === 'rfc6052' && address.parts[2] === 0))
    return new ipaddr.IPv4(bytes.slice(12, 16));
  return range === '6to4' ? new ipaddr.IPv4(bytes.slice(2, 6)) : undefined;
}
