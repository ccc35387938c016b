import type { Document } from './document.ts'
/** Placeholder. */
export async function reportDocx(_document: Document): Promise<Uint8Array> {
  return new Uint8Array()
}
