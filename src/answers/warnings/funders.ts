import { distance } from 'fastest-levenshtein'
import type { Figures } from '../figures.ts'
import type { Warning } from './warning.ts'

/** So few letters apart, two names are more likely one name and a slip. */
const slip = 2

/** Warnings about funders whose name nearly is the body's: a slip would move the money to a partner in silence. */
export function funderWarnings({ method: { costs, savings, demands, book } }: Figures): Warning[] {
  const { body } = book.case
  const funded = [
    ...demands.flatMap(({ lines }) => lines.map(({ path, line }) => ({ path, funder: line.funder }))),
    ...costs.map(({ path, cost }) => ({ path, funder: cost.funder })),
    ...savings.map(({ path, saving }) => ({ path, funder: saving.funder })),
  ]
  return funded
    .filter(({ funder }) => funder !== body && nearly(funder, body))
    .map(({ path, funder }) => ({
      code: 'funder-like-body',
      path: `${path}.funder`,
      message: `The funder "${funder}" is not the body "${body}", so this money is counted as a partner's. If they are the same, write both alike, or leave the funder out.`,
    }))
}

/** Names that differ by a slip or by capitals, or the usual word for the body where the body has a name of its own. */
function nearly(funder: string, body: string): boolean {
  const [one, other] = [funder.trim().toLowerCase(), body.trim().toLowerCase()]
  return one === 'council' || one === 'the council' || distance(one, other) <= Math.min(slip, Math.floor(other.length / 3))
}
