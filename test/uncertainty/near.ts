/** Whether two numbers differ by at most this share of the expected one, or are the same. */
export function near(got: number, expected: number, share: number): boolean {
  return got === expected || Math.abs(got - expected) <= share * Math.abs(expected)
}

/** A repeatable sequence of numbers between 0 and 1 that shares nothing with the streams under test: W. Park and Miller's generator. */
export function sequence(start = 1): () => number {
  let state = start
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}
