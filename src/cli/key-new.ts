import { randomBytes } from 'node:crypto'
import { wordList } from '../case/nearest.ts'
import { hashOfKey, newKey } from '../keys/key.ts'
import { isDay, isName, keyLine, mostPerDay, nameRule } from '../keys/key-line.ts'
import { isScope, scopes } from '../keys/scopes.ts'

/** What a key is asked to be. */
export interface NewKeyOptions {
  name: string
  scopes: string
  expires?: string
  perDay?: string
}

/** A new key with the line for the file, as a text to print; or what is wrong with what was asked. Randomness and the day may be given. */
export function newKeyText(
  { name, scopes: asked, expires, perDay }: NewKeyOptions,
  random: (bytes: number) => Uint8Array = randomBytes,
  today: string = new Date().toISOString().slice(0, 10),
): { text: string } | { fault: string } {
  const words = asked.split(',').map((word) => word.trim())
  const unknown = words.find((word) => !isScope(word))
  if (!isName(name)) return { fault: `--name is ${nameRule}.` }
  if (unknown !== undefined) return { fault: `--scopes has ${wordList(scopes)} with commas between, and not ${JSON.stringify(unknown)}.` }
  if (expires !== undefined && !isDay(expires))
    return { fault: `--expires is a day such as 2027-03-31, and not ${JSON.stringify(expires)}.` }
  if (expires !== undefined && expires < today) return { fault: `--expires ${expires} is over: today is ${today}.` }
  if (perDay !== undefined && !(/^[1-9][0-9]{0,9}$/.test(perDay) && Number(perDay) <= mostPerDay)) {
    return { fault: `--per-day is a whole number from 1 to ${mostPerDay}, and not ${JSON.stringify(perDay)}.` }
  }
  const key = newKey(random)
  const line = keyLine({
    name,
    sha256: hashOfKey(key).toString('hex'),
    scopes: scopes.filter((scope) => words.includes(scope)),
    ...(expires === undefined ? {} : { expires }),
    ...(perDay === undefined ? {} : { perDay: Number(perDay) }),
  })
  const lines = [
    'The key, which is shown this once. Give it to whoever is to call:',
    key,
    '',
    'The line for the file that API_KEYS_FILE names. It holds the hash of the key, and not the key:',
    line,
  ]
  return { text: `${lines.join('\n')}\n` }
}
