import type { FastifyReply } from 'fastify'
import { CostError } from '../../answers/cost/limits.ts'
import { priceOfSensitivity } from '../../answers/cost/price.ts'
import { inputTitle } from '../../answers/input-titles.ts'
import type { Assumption } from '../../case/complete.ts'
import { follow, isFound } from '../../case/paths.ts'
import type { ReadCase } from '../../case/read-case.ts'
import { WorkError } from '../../uncertainty/work-error.ts'
import { askThreads } from '../long-work.ts'
import type { Service } from '../service.ts'
import type { Order } from './picture/order.ts'
import { type Slider, sliderOf } from './slider.ts'

/** One assumption that can be changed on the page. */
export interface Row {
  path: string
  /** What it is, and what it belongs to. */
  meaning: string
  owner: string
  unit: string
  value: string
  origin: Assumption['origin']
  range?: { low: string; high: string }
  source?: string
  note?: string
  slider?: Slider
}

/** The assumptions of a saved case: those that matter most first, and the others in the order of the case. */
export interface Rows {
  first: readonly Row[]
  others: readonly Row[]
  /** What the ranges of the saved case do to net cash, drawn; none where no range moves it. */
  tornado?: string
}

/** So many are shown before the others are unfolded. */
const mostFirst = 12
const keptOrders = 40
/** Indices of prices: a change of one year's is nothing that anybody weighs. */
const isIndex = (unit: string) => unit === 'index'

/** What matters in the cases met lately: the order is that of the saved case, so that nothing moves away under the hand that changes it. */
export class Orders {
  private readonly byCase = new Map<string, Promise<Order>>()

  /** The assumptions of a case by what they do to net cash: those with a range by their swing over it, and then the others by a tenth of their value. */
  async rows(service: Service, reply: FastifyReply, saved: ReadCase): Promise<Rows> {
    const { ranked: all, paths, tornado } = await this.known(service, reply, saved)
    const ranked = all.filter((path) => !isIndex(saved.register.get(path)?.unit ?? ''))
    const first = ranked.slice(0, mostFirst)
    const others = [...ranked.slice(mostFirst), ...paths.filter((path) => !ranked.includes(path))]
    const rowsOf = (list: readonly string[]) => list.flatMap((path) => rowOf(saved, path) ?? [])
    const rows = { first: rowsOf(first), others: rowsOf(others).filter(({ unit }) => !isIndex(unit)) }
    return tornado === undefined ? rows : { ...rows, tornado }
  }

  private async known(service: Service, reply: FastifyReply, saved: ReadCase): Promise<Order> {
    const key = JSON.stringify(saved.raw)
    const met = this.byCase.get(key)
    if (met !== undefined) {
      try {
        return await met
      } catch (error) {
        // Whoever asked first has gone, and whoever waits with them has not.
        if (!(error instanceof WorkError) || error.fault !== 'gone' || reply.raw.destroyed) throw error
        return await this.known(service, reply, saved)
      }
    }
    const asking = found(service, reply, saved)
    this.byCase.set(key, asking)
    for (const oldest of this.byCase.keys()) {
      if (this.byCase.size <= keptOrders) break
      this.byCase.delete(oldest)
    }
    asking.catch(() => this.byCase.delete(key))
    return await asking
  }
}

async function found(service: Service, reply: FastifyReply, ready: ReadCase): Promise<Order> {
  try {
    priceOfSensitivity(ready, service.limits)
  } catch (error) {
    if (!(error instanceof CostError)) throw error
    // What is too large to be ordered can still be changed.
    return { ranked: [], paths: [...ready.register.keys()] }
  }
  return (await askThreads(service, reply, 'orderOf', { ready, model: service.model })) as Order
}

function rowOf({ case: complete, register }: ReadCase, path: string): Row | undefined {
  const assumption = register.get(path)
  const at = follow(complete, path)
  const field = isFound(at) ? (at.field.is === 'rates' ? at.field.one : at.field) : undefined
  if (assumption === undefined || field?.is !== 'quantity') return undefined
  const { value, unit, origin, source, note, range } = assumption
  const title = inputTitle(complete, path)
  const cut = title.lastIndexOf(': ')
  const slider = sliderOf(value, unit, range, field.domain)
  return {
    path,
    meaning: cut === -1 ? title : title.charAt(cut + 2).toUpperCase() + title.slice(cut + 3),
    owner: cut === -1 ? '' : title.slice(0, cut),
    unit,
    value,
    origin,
    ...(range === undefined ? {} : { range: { low: range.low, high: range.high } }),
    ...(source === undefined ? {} : { source }),
    ...(note === undefined ? {} : { note }),
    ...(slider === undefined ? {} : { slider }),
  }
}
