import type { Assumption } from '../../case/complete.ts'
import { canonical, isDecimal, scaled } from '../../case/decimal-text.ts'
import { isByYear, type QuantityField } from '../../case/fields.ts'
import { follow, isFound, knownPaths, whyNotFound } from '../../case/paths.ts'
import { meantBy, whyAmbiguous } from '../../case/short-paths.ts'
import { OptionError } from '../option-error.ts'
import { quantityField } from '../sensitivity/quantities.ts'
import type { VariedCase } from '../varied.ts'

/** The quantity whose value is sought, and the ends between which it is sought. */
export interface Sought {
  path: string
  assumption: Assumption
  field: QuantityField
  /** Ends as canonical decimals, and whether the question gave them. */
  low: string
  high: string
  isBounded: boolean
}

/** A question about one quantity: its path, which may be short, and the ends to look between where they are not those of the field. */
export interface PathAsked {
  path: string
  low?: string | undefined
  high?: string | undefined
}

const aQuantity = 'the path of a quantity, such as interventions.fgc.effects.care.reduction'

/**
 * The quantity that a question means. Throws an OptionError for a path that leads nowhere, with the nearest; for one that leads to
 * what is no quantity, or to one the method does not read in this case; and for ends that are no decimals within the field's own.
 */
export function soughtBy(varied: VariedCase, { path: given, low, high }: PathAsked): Sought {
  const { complete, register } = varied.figures
  const path = inFull(complete, given)
  const field = quantityField(complete, path)
  if (field === undefined) throw notAQuantity(complete, path)
  const assumption = register.get(path)
  if (assumption === undefined || !varied.reads(path)) {
    const why =
      path === 'prices.weeksPerYear'
        ? 'the case leaves it out, and the method takes 365.25 ÷ 7; give it a value first'
        : assumption === undefined
          ? 'the case leaves it out; give it a value first'
          : assumption.origin === 'default'
            ? 'the case leaves it out, and the method does not read it then; give it a value first'
            : 'the method does not read it in this case'
    const message = `${path} cannot be varied: ${why}.`
    throw new OptionError('not-a-quantity', 'path', message, {
      got: given,
      expected: 'a quantity that this case gives and its figures rest on',
    })
  }
  const { minimum, maximum } = field.domain
  const [from, to] = [end('low', low, field) ?? minimum, end('high', high, field) ?? maximum]
  if (scaled(from) >= scaled(to)) {
    const message = `low must be below high, and ${from} is not below ${to}.`
    throw new OptionError('wrong-option', low === undefined ? 'high' : 'low', message, {
      got: low ?? high,
      expected: `a number below ${to}`,
    })
  }
  return { path, assumption, field, low: from, high: to, isBounded: low !== undefined || high !== undefined }
}

function inFull(complete: object, given: string): string {
  const bare = given.replace(/\.central$/, '')
  const meant = meantBy(complete, bare)
  if (meant === undefined) {
    const result = follow(complete, bare)
    const message = isFound(result) ? `There is no path ${given}.` : whyNotFound(complete, bare, result)
    throw new OptionError('unknown-path', 'path', message, { got: given, expected: aQuantity })
  }
  if ('either' in meant)
    throw new OptionError('unknown-path', 'path', whyAmbiguous(given, meant.either), { got: given, expected: 'one path' })
  return meant.path
}

function notAQuantity(complete: object, path: string): OptionError {
  const found = follow(complete, path)
  const field = isFound(found) ? found.field : undefined
  const inside = knownPaths(complete).filter((each) => each.startsWith(`${path}.`) && quantityField(complete, each) !== undefined)
  const wrong = (what: string, advice = '') =>
    new OptionError('not-a-quantity', 'path', `${path} is ${what}, and only a quantity can be varied.${advice}`, {
      got: path,
      expected: aQuantity,
    })
  if (field?.is === 'count')
    return wrong('a whole number that shapes the case', ' Set it to one value after another and compare the answers.')
  if (field?.is === 'choice') return wrong('a choice, a date or a year that shapes the case')
  if (field?.is === 'text' || field === undefined) return wrong('a text')
  const years =
    field.is === 'rates' && isFound(found) && isByYear(found.value) ? Object.keys(found.value).map((year) => `${path}.${year}`) : []
  const within = [...years, ...inside].slice(0, 6)
  return wrong('made of several values', within.length === 0 ? '' : ` Ask for one of them, such as ${within.join(', ')}.`)
}

function end(option: 'low' | 'high', text: string | undefined, { domain }: QuantityField): string | undefined {
  if (text === undefined) return undefined
  const expected = `a decimal from ${domain.minimum} to ${domain.maximum}`
  const wrong = (message: string) => new OptionError('wrong-option', option, message, { got: text, expected })
  if (!isDecimal(text)) throw wrong(`${option} is not a decimal number.`)
  if (scaled(text) < scaled(domain.minimum) || scaled(text) > scaled(domain.maximum)) {
    throw wrong(`${option} lies outside what is legal: ${domain.minimum} to ${domain.maximum}.`)
  }
  return canonical(text)
}
