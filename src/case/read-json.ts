import { writtenNumber } from './decimal-text.ts'
import { locator, type OddValue, oddNumber, oddText, type Place, positions, type ReadText } from './place.ts'
import { pointerOf } from './pointer.ts'
import { CaseError, rendered, shortened } from './problem.ts'

/** Objects and lists inside each other may go this deep; a case needs 8. */
export const depthLimit = 64

const number = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/y
// What looks like a number to a person, so that a bad one is shown whole.
const numberLike = /[-+.\w]+/y
// A whole string; the loop is unrolled so that a long string costs no stack.
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON refuses exactly these in a string
const string = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y

/**
 * Reads strict JSON. JSON.parse would lose what a case must not lose: a key given twice, the digits of a number, and the line of a mistake.
 * Throws a CaseError of status 400, with line and column, where the text is not JSON, gives a key twice or goes deeper than `depth` levels, 64 where absent.
 */
export function readJson(given: string, depth = depthLimit): ReadText {
  const text = given.startsWith('\uFEFF') ? given.slice(1) : given
  const positionOf = positions(text)
  const odd: OddValue[] = []
  // The keys and list positions that lead to the value being read.
  const steps: (string | number)[] = []
  let at = 0

  function fail(message: string, expected: string, offset = at): never {
    const found =
      offset >= text.length
        ? 'the end of the text'
        : shortened(matched(string, offset) ?? matched(numberLike, offset) ?? text.slice(offset, offset + 1), 40)
    throw new CaseError(400, 'not-json', [{ pointer: '', path: '', message, got: found, expected, ...positionOf(offset) }])
  }

  function matched(pattern: RegExp, offset: number): string | undefined {
    pattern.lastIndex = offset
    return pattern.exec(text)?.[0]
  }

  function skipSpace(): void {
    for (;;) {
      const code = text.charCodeAt(at)
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return
      at += 1
    }
  }

  function readString(expected: string): string {
    const token = matched(string, at)
    if (token === undefined) {
      if (text[at] === "'") fail('JSON strings stand in double quotes.', expected)
      if (text[at] === '"')
        fail('This string is not closed, or holds a control character or an escape that JSON does not have.', 'a JSON string')
      fail(`The text is not JSON: ${expected} should stand here.`, expected)
    }
    at += token.length
    return token.includes('\\') ? JSON.parse(token) : token.slice(1, -1)
  }

  function readText(): string {
    const value = readString('a JSON value')
    const fault = oddText(value)
    if (fault !== undefined) odd.push({ pointer: pointerOf(steps), ...fault })
    return value
  }

  function readNumber(): number | string {
    const token = matched(number, at)
    const whole = matched(numberLike, at)
    if (token === undefined || token !== whole) fail('This is neither a JSON number nor a string in double quotes.', 'a JSON value')
    at += token.length
    const fault = oddNumber(token)
    if (fault !== undefined) odd.push({ pointer: pointerOf(steps), ...fault })
    return writtenNumber(token)
  }

  function readWord(): boolean | null {
    for (const [word, value] of [
      ['true', true],
      ['false', false],
      ['null', null],
    ] as const) {
      if (matched(numberLike, at) === word) {
        at += word.length
        return value
      }
    }
    return fail('This is neither a JSON value nor a string in double quotes.', 'a JSON value')
  }

  function readObject(place: Place): Record<string, unknown> {
    const object: Record<string, unknown> = {}
    const parts = new Map<string, Place>()
    place.parts = parts
    at += 1
    skipSpace()
    if (text[at] === '}') at += 1
    else {
      for (;;) {
        const keyAt = at
        if (text[at] === '}') fail('Take out the comma before this bracket.', 'a key in double quotes')
        const key = readString('a key in double quotes')
        if (parts.has(key)) {
          at = keyAt
          fail(`The key ${rendered(key)} is given twice in the same object; keep one.`, 'each key once')
        }
        skipSpace()
        if (text[at] !== ':') fail(`A colon should follow the key ${rendered(key)}.`, 'a colon')
        at += 1
        const inner: Place = { value: 0, key: keyAt }
        parts.set(key, inner)
        steps.push(key)
        const value = readValue(inner)
        steps.pop()
        // A key such as __proto__ must become an ordinary key, to be refused by its name.
        if (key in object) Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true })
        else object[key] = value
        if (text[at] === ',') {
          at += 1
          skipSpace()
          continue
        }
        if (text[at] !== '}') fail('A comma or a closing bracket should stand here.', 'a comma or }')
        at += 1
        break
      }
    }
    return object
  }

  function readList(place: Place): unknown[] {
    const list: unknown[] = []
    const parts = new Map<string, Place>()
    place.parts = parts
    at += 1
    skipSpace()
    if (text[at] === ']') at += 1
    else {
      for (;;) {
        if (text[at] === ']') fail('Take out the comma before this bracket.', 'a JSON value')
        const inner: Place = { value: 0 }
        parts.set(String(list.length), inner)
        steps.push(list.length)
        list.push(readValue(inner))
        steps.pop()
        if (text[at] === ',') {
          at += 1
          skipSpace()
          continue
        }
        if (text[at] !== ']') fail('A comma or a closing bracket should stand here.', 'a comma or ]')
        at += 1
        break
      }
    }
    return list
  }

  function readValue(place: Place): unknown {
    skipSpace()
    place.value = at
    const first = text[at] ?? ''
    if (steps.length >= depth && (first === '{' || first === '[')) fail(`Objects and lists go more than ${depth} levels deep.`, 'a case')
    let value: unknown
    if (first === '{') value = readObject(place)
    else if (first === '[') value = readList(place)
    else if (first === '"') value = readText()
    else if (first === '-' || (first >= '0' && first <= '9')) value = readNumber()
    else value = readWord()
    skipSpace()
    return value
  }

  const root: Place = { value: 0 }
  skipSpace()
  if (at === text.length) fail('The text is empty.', 'a case')
  const value = readValue(root)
  if (at < text.length) fail('Something follows the end of the case.', 'the end of the text')
  return { value, odd, locate: locator(root, positionOf) }
}
