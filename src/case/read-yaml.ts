import { type Alias, isAlias, isMap, isScalar, type Node, parseDocument, type Range, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml'
import { writtenNumber } from './decimal-text.ts'
import { locator, type OddValue, oddNumber, oddText, type Place, type Position, positions, type ReadText } from './place.ts'
import { pointerOf } from './pointer.ts'
import { CaseError, problemLimit, rendered } from './problem.ts'
import { depthLimit } from './read-json.ts'

/** Values that anchors may add by being repeated: plenty for a case, too few for an alias bomb. */
const repeatedLimit = 20000

/**
 * Reads one YAML 1.2 document in the core schema: no custom tags, no keys but text, no key twice, and no more than 20,000 values by alias.
 * Throws a CaseError of status 400, with line and column, for anything else.
 */
export function readYaml(text: string, depth = depthLimit): ReadText {
  const positionOf = positions(text)
  const odd: OddValue[] = []
  // The keys and list positions that lead to the value being converted.
  const steps: (string | number)[] = []
  const anchors = new Map<string, Node>()
  // The maps and lists that are being converted.
  const open = new Set<Node>()
  let aliasDepth = 0
  let repeated = 0

  const refusal = (message: string, expected: string, offset: number) =>
    new CaseError(400, 'not-yaml', [{ pointer: '', path: '', message, got: lineShown(text, offset), expected, ...positionOf(offset) }])

  const document = parsed(text, depth)
  const faults = [...document.errors, ...document.warnings]
  if (faults.length > 0) {
    const overflow = faults.find(({ message }) => message.includes('call stack'))
    if (overflow !== undefined) throw tooDeep(depth, positionOf(overflow.pos[0]))
    const problems = faults.slice(0, problemLimit).map(({ code, message, pos: [offset] }) => {
      return {
        pointer: '',
        path: '',
        message: inWords(code, message, lineAt(text, offset)),
        got: lineShown(text, offset),
        expected: 'YAML',
        ...positionOf(offset),
      }
    })
    throw new CaseError(400, 'not-yaml', problems, faults.length)
  }

  function convert(node: Node, place: Place): unknown {
    place.value = startOf(node)
    if (aliasDepth > 0 && ++repeated > repeatedLimit)
      throw refusal(`Aliases repeat more than ${repeatedLimit} values.`, 'fewer aliases', place.value)
    if (steps.length + aliasDepth > depth) throw tooDeep(depth, positionOf(place.value))
    if (isAlias(node)) return convertAlias(node, place)
    if (node.anchor !== undefined && aliasDepth === 0) anchors.set(node.anchor, node)
    if (isScalar(node)) return convertScalar(node)
    open.add(node)
    const value = isMap(node) ? convertMap(node, place) : convertList(node as YAMLSeq, place)
    open.delete(node)
    return value
  }

  // Anchors are met in the order of the text, so each alias finds the last one before it.
  function convertAlias(alias: Alias, place: Place): unknown {
    const used = place.value
    const target = anchors.get(alias.source)
    if (target === undefined) throw refusal(`The alias *${alias.source} names no anchor.`, 'an anchor given before', used)
    if (open.has(target))
      throw refusal(
        `The alias *${alias.source} stands inside what it repeats, so it would never end.`,
        'an alias after its anchor ends',
        used,
      )
    aliasDepth += 1
    const value = convert(target, place)
    aliasDepth -= 1
    place.value = used
    return value
  }

  function convertScalar({ value, source }: Scalar): unknown {
    if (typeof value === 'string') note(oddText(value))
    if (typeof value !== 'number') return value
    const written = source as string
    note(oddNumber(written))
    return writtenNumber(written)
  }

  function note(fault: Omit<OddValue, 'pointer'> | undefined): void {
    if (fault !== undefined) odd.push({ pointer: pointerOf(steps), ...fault })
  }

  function convertMap(map: YAMLMap, place: Place): Record<string, unknown> {
    const object: Record<string, unknown> = {}
    const parts = new Map<string, Place>()
    place.parts = parts
    for (const { key, value } of map.items) {
      const keyAt = startOf(key as Node)
      const name = keyText(key, keyAt)
      if (parts.has(name)) throw refusal(`The key ${rendered(name)} is given twice in the same object; keep one.`, 'each key once', keyAt)
      const inner: Place = { value: keyAt, key: keyAt }
      parts.set(name, inner)
      steps.push(name)
      const converted = value === null ? null : convert(value as Node, inner)
      steps.pop()
      // A key such as __proto__ must become an ordinary key, to be refused by its name.
      Object.defineProperty(object, name, { value: converted, writable: true, enumerable: true, configurable: true })
    }
    return object
  }

  function keyText(key: unknown, keyAt: number): string {
    if (isScalar(key) && typeof key.value === 'string') return key.value
    const found = isScalar(key) ? key.source || 'empty' : 'a list, a map or an alias'
    const whole = /([0-9]+),\s*$/.exec(text.slice(0, keyAt))?.[1]
    if (whole !== undefined && /^[0-9]/.test(found))
      throw refusal(`The comma in ${whole},${found} ends the value before it; write ${whole}${found}.`, 'a number without a comma', keyAt)
    throw refusal(`A key must be text, and this one is ${found}; put it in quotes.`, 'a key of text', keyAt)
  }

  function convertList(list: YAMLSeq, place: Place): unknown[] {
    const parts = new Map<string, Place>()
    place.parts = parts
    return list.items.map((item, index) => {
      const inner: Place = { value: place.value }
      parts.set(String(index), inner)
      steps.push(index)
      const value = convert(item as Node, inner)
      steps.pop()
      return value
    })
  }

  const root: Place = { value: 0 }
  if (document.contents === null) throw refusal('The text is empty.', 'a case', 0)
  const value = convert(document.contents, root)
  return { value, odd, locate: locator(root, positionOf) }
}

function parsed(text: string, depth: number) {
  try {
    // Keys are checked for repeats above: the parser's own check takes the square of their number.
    return parseDocument(text, {
      version: '1.2',
      schema: 'core',
      resolveKnownTags: false,
      merge: false,
      uniqueKeys: false,
      prettyErrors: false,
    })
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw tooDeep(depth)
  }
}

function tooDeep(depth: number, position?: Position): CaseError {
  return new CaseError(400, 'not-yaml', [
    {
      pointer: '',
      path: '',
      message: `Objects and lists go more than ${depth} levels deep.`,
      got: `more than ${depth} levels`,
      expected: 'a case',
      ...position,
    },
  ])
}

/** Where a node starts: the parser gives every node of a text its range, and an empty key a node. */
function startOf(node: Node): number {
  return (node.range as Range)[0]
}

/** The line of the text that an offset is in. */
function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const end = text.indexOf('\n', start)
  return text.slice(start, end === -1 ? undefined : end)
}

function lineShown(text: string, offset: number): string {
  const line = lineAt(text, offset).trim()
  return line === '' ? 'an empty line' : rendered(line)
}

function inWords(code: string, message: string, line: string): string {
  if (/[\u00A0\u2007\u202F]/.test(line))
    return 'The line holds a no-break space, which YAML does not take for a space; write an ordinary space after each colon and dash.'
  if (code === 'MULTIPLE_DOCS')
    return 'The text holds more than one document; a case is one document, so take out the line of three dashes.'
  if (code === 'TAG_RESOLVE_FAILED') return `Tags are not taken in a case. ${message}`
  if (code === 'TAB_AS_INDENT') return 'Indent with spaces, not tabs.'
  if (code === 'BLOCK_AS_IMPLICIT_KEY') return 'A text that holds a colon and a space must stand in quotes.'
  return `The text is not YAML: ${message}.`
}
