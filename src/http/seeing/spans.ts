import { AsyncLocalStorage } from 'node:async_hooks'

/** What may be said of a span: names, counts and hashes, never a value of a case. */
export type SpanFacts = Readonly<Record<string, string | number>>

/** A piece of work that is being traced. */
export interface Span {
  /** Begins a piece of work inside this one. */
  child: (name: string, facts: SpanFacts) => Span
  end: (facts: SpanFacts, isFailed: boolean) => void
}

/** The span of the request that is being worked on; none where nothing is traced. */
const current = new AsyncLocalStorage<Span>()

const untraced: Span = { child: () => untraced, end: () => {} }

/** Does work as a part of a span, so that what is begun in it is a child of that span. */
export function within<T>(span: Span, work: () => T): T {
  return current.run(span, work)
}

/** Begins a span inside that of the request being worked on. It does nothing where nothing is traced. */
export function begunSpan(name: string, facts: SpanFacts): Span {
  return current.getStore()?.child(name, facts) ?? untraced
}

/** Does work in a span of its own; `factsOf` says what there is to say of what it gave. */
export function inSpan<T>(name: string, work: () => T, factsOf: (value: T) => SpanFacts = () => ({})): T {
  const span = begunSpan(name, {})
  try {
    const value = work()
    span.end(factsOf(value), false)
    return value
  } catch (error) {
    span.end({}, true)
    throw error
  }
}
