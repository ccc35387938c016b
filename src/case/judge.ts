import { canonical, isDecimal, numberFault, plainText, scaled } from './decimal-text.ts'
import { nearest, wordList } from './nearest.ts'
import { rendered } from './problem.ts'
import { figureUnitsFor, nearestFigure, publishedFigure, unitInWords } from './published.ts'
import { type QuantityDomain, Range, type Shape, shapes } from './quantity.ts'

/** What is wrong with one quantity as a whole; `at` is the key inside it that is wrong, if it is one key. */
export interface Fault {
  at?: string
  message: string
  got: string
  expected: string
}

/**
 * Judges one quantity against what its field takes: its form, its ends, the order of a range, the unit of a built-in figure.
 * Returns the first fault, told for the quantity as a whole; undefined where there is none.
 */
export function judgeQuantity(value: unknown, domain: QuantityDomain): Fault | undefined {
  const fault = (message: string, got = rendered(value)): Fault => ({ message, got, expected: expectedOf(domain) })
  if (value === null) return fault('No value stands here (null); leave the key out, or give a number.')
  if (typeof value === 'string' || typeof value === 'number') return judgeDecimal(value, domain)
  if (Array.isArray(value)) return fault('One quantity is expected here, not a list.')
  if (typeof value !== 'object') return fault(`${rendered(value)} is not a number.`)
  if ('ref' in value) return judgeReference(value, domain)
  if (['central', 'low', 'high', 'shape'].some((key) => key in value)) return judgeRange(value as Record<string, unknown>, domain)
  return fault('This object is neither a range (central, low, high) nor a reference (ref).')
}

/** What a field takes, in words: a proportion from 0 to 1, such as 0.35. */
export function expectedOf({ unit, minimum, maximum }: QuantityDomain): string {
  const example = unit === 'proportion' ? ', such as 0.35' : unit === 'rate a year' ? ', such as 0.02' : ''
  return `a decimal number from ${minimum} to ${maximum} (${unit})${example}, or a range or reference of such numbers`
}

function judgeDecimal(value: string | number, domain: QuantityDomain): Fault | undefined {
  const written = typeof value === 'number' ? plainText(value) : value
  const form = typeof value === 'number' ? numberFault(written) : textFault(written, domain)
  const message = form ?? sizeFault(written, domain)
  return message === undefined ? undefined : { message, got: rendered(value), expected: expectedOf(domain) }
}

function textFault(text: string, domain: QuantityDomain): string | undefined {
  if (isDecimal(text)) return undefined
  const advice = withoutPercentSign(text, domain)
  if (advice !== undefined) return advice
  if (text.trim() === '') return 'The text is empty; leave the key out, or give a number.'
  if (isDecimal(text.trim())) return 'Take out the space around the number.'
  if (text.startsWith('=')) return 'This is a formula, and formulas are not computed here. Write the value itself, such as 1500 or 0.192.'
  if (/^[£$€]/.test(text.trim())) return 'Write the number alone, without a currency sign.'
  if (/^-?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?$/.test(text)) return 'Write the number without commas between its digits.'
  return numberFault(text)
}

function sizeFault(written: string, domain: QuantityDomain): string | undefined {
  const far = beyond(written, domain)
  return far === undefined ? undefined : (percentageAdvice(written, domain) ?? `${written} is ${far}.`)
}

/** Which end of its field a decimal is beyond, in words; undefined where it is legal. */
function beyond(written: string, { minimum, maximum }: QuantityDomain): string | undefined {
  const size = scaled(written)
  if (size > scaled(maximum)) return `above ${maximum}, the most that is legal here`
  return size < scaled(minimum) ? `below ${minimum}, the least that is legal here` : undefined
}

/** What to write for 35%, or that 350% is out of reach: 3.5 would be taken for a percentage in its turn. */
function withoutPercentSign(text: string, domain: QuantityDomain): string | undefined {
  const percentage = /^\s*(-?[0-9]+(?:\.[0-9]+)?)\s*%\s*$/.exec(text)?.[1]
  if (percentage === undefined || !isShare(domain)) return undefined
  const share = hundredth(percentage)
  if (!isDecimal(share)) return undefined
  const far = beyond(share, domain)
  return far === undefined ? `Write ${percentage}% as ${share}, without the sign.` : `${percentage}% is ${share}, ${far}.`
}

/** 35 where at most 1 is legal is a percentage: say how to write it, where a hundredth of it would be legal. */
function percentageAdvice(written: string, domain: QuantityDomain): string | undefined {
  const size = scaled(written)
  if (!isShare(domain) || size * size <= scaled('1') ** 2n) return undefined
  const share = hundredth(written)
  return isDecimal(share) && beyond(share, domain) === undefined
    ? `${written} looks like a percentage; write ${written}% as ${share}.`
    : undefined
}

function isShare({ unit }: QuantityDomain): boolean {
  return unit === 'proportion' || unit === 'relative change' || unit === 'rate a year'
}

function hundredth(written: string): string {
  const negative = written.startsWith('-')
  const [whole = '0', fraction = ''] = (negative ? written.slice(1) : written).split('.')
  const padded = whole.padStart(3, '0')
  const moved = `${padded.slice(0, -2)}.${padded.slice(-2)}${fraction}`.replace(/^0+(?=\d)/, '')
  return canonical(`${negative ? '-' : ''}${moved}`)
}

const rangeKeys = Object.keys(Range.properties)

function judgeRange(range: Record<string, unknown>, domain: QuantityDomain): Fault | undefined {
  const expected = `a range { central, low, high, shape, source, note } within ${domain.minimum} to ${domain.maximum}`
  for (const key of Object.keys(range)) {
    if (rangeKeys.includes(key)) continue
    const near = nearest(key, rangeKeys)
    const advice = near === undefined ? `A range has ${wordList(rangeKeys, 'and')}.` : `Did you mean ${near}?`
    return { at: key, message: `A range has no key ${rendered(key)}. ${advice}`, got: rendered(key), expected }
  }
  for (const key of ['central', 'low', 'high']) {
    if (!(key in range)) return { at: key, message: `The range has no ${key}.`, got: rendered(range), expected }
    const end = range[key]
    if (typeof end !== 'string' && typeof end !== 'number') {
      return { at: key, message: `The ${key} of a range is a number, and this is ${rendered(end)}.`, got: rendered(end), expected }
    }
    const fault = judgeDecimal(end, domain)
    if (fault !== undefined) return { ...fault, at: key }
  }
  return (
    judgeShape(range as { central: string | number; low: string | number; high: string | number }, expected) ??
    judgeRangeTexts(range, expected)
  )
}

function judgeShape(
  range: { central: string | number; low: string | number; high: string | number; shape?: unknown },
  expected: string,
): Fault | undefined {
  const { central, low, high, shape } = range
  if (shape !== undefined && !shapes.includes(shape as Shape)) {
    const near = typeof shape === 'string' ? nearest(shape, shapes) : undefined
    const advice = near === undefined ? '' : ` Did you mean ${near}?`
    return {
      at: 'shape',
      message: `The shape of a range is ${wordList(shapes)}.${advice}`,
      got: rendered(shape),
      expected: wordList(shapes),
    }
  }
  const got = `low ${low}, central ${central}, high ${high}`
  if (scaled(low) > scaled(high)) return { message: 'The low end of this range is above its high end.', got, expected }
  if (scaled(central) < scaled(low)) return { message: 'The central value of this range is below its low end.', got, expected }
  if (scaled(central) > scaled(high)) return { message: 'The central value of this range is above its high end.', got, expected }
  if (shape === 'lognormal' && scaled(low) <= 0n)
    return { at: 'low', message: 'The low end of a lognormal range must be above 0.', got, expected }
  return undefined
}

function judgeRangeTexts(range: Record<string, unknown>, expected: string): Fault | undefined {
  for (const key of ['source', 'note']) {
    const text = range[key]
    if (key in range && typeof text !== 'string')
      return { at: key, message: `The ${key} of a range is text.`, got: rendered(text), expected: 'text' }
    if (typeof text === 'string' && text.length > 2000)
      return { at: key, message: `The ${key} is longer than 2000 characters.`, got: rendered(text), expected }
  }
  return undefined
}

function judgeReference(reference: { ref: unknown }, domain: QuantityDomain): Fault | undefined {
  const expected = `a reference { ref: id } to a built-in figure in ${domain.unit}`
  const extra = Object.keys(reference).find((key) => key !== 'ref')
  if (extra !== undefined) {
    return {
      at: extra,
      message: `A reference has the key ref alone, and no ${rendered(extra)}; its source comes with the figure.`,
      got: rendered(extra),
      expected,
    }
  }
  const { ref } = reference
  if (typeof ref !== 'string') return { at: 'ref', message: 'A reference names a built-in figure by its id.', got: rendered(ref), expected }
  const figure = publishedFigure(ref)
  if (figure === undefined) {
    const near = nearestFigure(ref)
    const advice = near === undefined ? 'The ids are listed at /v1/reference.' : `Did you mean ${near}?`
    return { at: 'ref', message: `There is no built-in figure ${rendered(ref)}. ${advice}`, got: rendered(ref), expected }
  }
  const taken = figureUnitsFor(domain.unit)
  const got = `${ref}: ${figure.value} ${unitInWords(figure.unit)}`
  if (!taken.includes(figure.unit))
    return {
      at: 'ref',
      message: `The built-in figure ${ref} is in ${unitInWords(figure.unit)}, and this field takes ${domain.unit}.`,
      got,
      expected,
    }
  const fault = judgeDecimal(figure.value, domain)
  return fault === undefined ? undefined : { ...fault, at: 'ref', got }
}
