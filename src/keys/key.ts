import { createHash } from 'node:crypto'

/** How a key begins, so that people, and programs that look for secrets in the wrong places, know one when they see it. */
export const keyPrefix = 'cashable_'
const randomBytesOfKey = 32

/** A new key from `random`, which gives as many random bytes as it is asked for: 256 bits, written in letters that an address may hold. */
export function newKey(random: (bytes: number) => Uint8Array): string {
  return `${keyPrefix}${Buffer.from(random(randomBytesOfKey)).toString('base64url')}`
}

/**
 * The hash by which a key is known: SHA-256, 32 bytes. A slow hash with salt protects passwords, which people choose and others guess. A key
 * has 256 random bits: nobody runs through them at any speed, so a fast hash gives nothing away and costs a request no time.
 */
export function hashOfKey(key: string): Buffer {
  return createHash('sha256').update(key, 'utf8').digest()
}
