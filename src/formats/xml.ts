import type { Appraised } from '../answers/appraise.ts'
import { caseOf } from './case-of.ts'
import type { Figure } from './figure.ts'
import { type XmlElement, xmlText } from './xml-text.ts'

/** The parts of an answer as XML; a short text may ask for some of them only. */
export const xmlParts = ['headline', 'years', 'economic', 'interventions', 'demand', 'warnings', 'assumptions'] as const
export type XmlPart = (typeof xmlParts)[number]

/** The parts that a text has where none are asked for: all but the longest, so that most answers fit into a cell. */
export const usualXmlParts: readonly XmlPart[] = xmlParts.filter((part) => part !== 'assumptions')

/**
 * An answer as XML for a cell to pick from: /answer/headline/netCashable, //year[@id='2026-27']/cash/cashable. Figures are plain decimal
 * texts; where the answer gives none the element is empty.
 */
export function answerXml(answer: Appraised, parts: readonly XmlPart[] = usualXmlParts): string {
  const { model, caseHash, resultHash } = answer
  const { title } = caseOf(answer)
  const about = [
    ...(title === undefined ? [] : [leaf('title', title)]),
    leaf('caseHash', caseHash),
    leaf('resultHash', resultHash),
    group('model', { ...model }),
  ]
  return xmlText({ name: 'answer', content: [...about, ...parts.map((part) => writers[part](answer))] })
}

/** A problem in the place of an answer, for a cell that would lose the body of an error. */
export function errorXml(code: string, message: string): string {
  return xmlText({ name: 'answer', content: [{ name: 'error', attributes: { code }, content: message }] })
}

type Shown = Figure | string | number | null
type Figures = { readonly [key: string]: Shown }

const leaf = (name: string, value: Shown): XmlElement => ({ name, content: value === null ? '' : String(value) })
const group = (name: string, figures: Figures): XmlElement => ({
  name,
  content: Object.entries(figures).map(([key, value]) => leaf(key, value)),
})
const withId = (name: string, id: string, content: readonly XmlElement[]): XmlElement => ({ name, attributes: { id }, content })
const byDemand = (name: string, values: Readonly<Record<string, Figure | null>>): XmlElement => ({
  name,
  content: Object.entries(values).map(([id, value]) => ({ ...leaf('demand', value), attributes: { id } })),
})
const yearsOf = (years: readonly XmlElement[]): XmlElement => ({ name: 'years', content: years })

const writers: Readonly<Record<XmlPart, (answer: Appraised) => XmlElement>> = {
  headline: ({ headline: { entriesAvoided, ...figures } }) => {
    const { content } = group('headline', figures)
    return { name: 'headline', content: [...(content as XmlElement[]), byDemand('entriesAvoided', entriesAvoided)] }
  },
  years: ({ years }) =>
    yearsOf(
      years.map(({ year, months, cash, position, real }) =>
        withId('year', year, [leaf('months', months), group('cash', cash), group('position', position), group('real', real)]),
      ),
    ),
  economic: ({ economic: { fiscal, public: wider, pvFixed } }) => ({
    name: 'economic',
    content: [group('fiscal', fiscal), group('public', wider), leaf('pvFixed', pvFixed)],
  }),
  interventions: ({ interventions }) => ({
    name: 'interventions',
    content: interventions.map(({ id, years, cash, costPerEntryAvoided }) =>
      withId('intervention', id, [
        group('cash', cash),
        byDemand('costPerEntryAvoided', costPerEntryAvoided),
        yearsOf(
          years.map(({ year, avoided, ...figures }) =>
            withId('year', year, [...(group('', figures).content as XmlElement[]), byDemand('avoided', avoided)]),
          ),
        ),
      ]),
    ),
  }),
  demand: ({ demand }) => ({
    name: 'demands',
    content: demand.map(({ id, years, lines }) =>
      withId('demand', id, [
        yearsOf(years.map(({ year, ...figures }) => withId('year', year, group('', figures).content as XmlElement[]))),
        { name: 'lines', content: lines.map((line) => withId('line', line.id, [group('cash', line.cash), group('real', line.real)])) },
      ]),
    ),
  }),
  warnings: ({ warnings }) => ({
    name: 'warnings',
    content: warnings.map(({ code, path, message }) => ({ name: 'warning', attributes: { code, path }, content: message })),
  }),
  assumptions: ({ assumptions }) => ({
    name: 'assumptions',
    content: assumptions.map(({ path, value, unit, origin }) => ({
      name: 'assumption',
      attributes: { path, unit, origin },
      content: value,
    })),
  }),
}
