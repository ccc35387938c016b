import { isIP } from 'node:net'

/** Networks by name: this machine, and those that no address of the internet is in. */
const named: readonly string[] = ['loopback', 'linklocal', 'uniquelocal']
const bitsOf: Readonly<Record<number, number>> = { 4: 32, 6: 128 }

/**
 * Reads TRUST_PROXY: the addresses and networks of the proxies whose X-Forwarded-For, -Proto and -Host are believed; undefined where nobody's
 * are. A number of proxies is not taken: who comes past them could then say that they came through as many. Throws a plain sentence where a
 * part of it is no address.
 */
export function readTrustedProxies(text: string | undefined): readonly string[] | undefined {
  if (!text) return undefined
  return text.split(',').map((part) => {
    const proxy = part.trim()
    if (named.includes(proxy) || isNetwork(proxy)) return proxy
    throw new Error(
      `TRUST_PROXY is the addresses of proxies, or networks such as 10.1.0.0/16, or ${named.join(', ')}, with commas between, and not ${JSON.stringify(proxy)}.`,
    )
  })
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/')
  const most = bitsOf[isIP(address)]
  if (most === undefined || address.includes('%') || more.length > 0) return false
  // A network of 0 bits would be everyone.
  return bits === undefined || (/^[1-9][0-9]{0,2}$/.test(bits) && Number(bits) <= most)
}
