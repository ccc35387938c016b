import { referenceCase } from './reference-case.ts'

/** The reference case over another number of years. */
export function overYears(years: number): object {
  const [dfe] = referenceCase.funding
  const byYear = Object.fromEntries(Object.entries(dfe?.byYear ?? {}).slice(0, years))
  return { ...referenceCase, years, funding: [{ ...dfe, byYear }] }
}

/** A case of `count` interventions that all act on the same demand, so that attribution has the most to do. */
export function withInterventions(count: number): object {
  const [care] = referenceCase.demand
  const [fgc] = referenceCase.interventions
  return {
    ...referenceCase,
    demand: [care],
    interventions: Array.from({ length: count }, (_, place) => ({ ...fgc, id: `fgc-${place}`, effects: fgc?.effects.slice(0, 1) })),
  }
}

/** The reference case with every amount changed: the same structure, other numbers. */
export function withOtherNumbers(factor: number): object {
  return JSON.parse(
    JSON.stringify(referenceCase, (key, value: unknown) => (key === 'amount' ? (Number(value) * factor).toFixed(2) : value)),
  ) as object
}
