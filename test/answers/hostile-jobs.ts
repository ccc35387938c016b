/*
 * Jobs that a thread does not survive, or that keep it for as long as they are let.
 */

/** Gives back what it is given. */
export function echo(task: unknown): unknown {
  return task
}

/** Never ends. */
export function spin(): never {
  for (;;);
}

/** Takes memory until there is none. */
export function hoard(): never {
  const kept: number[][] = []
  for (;;) kept.push(Array.from({ length: 100_000 }, Math.random))
}

/** Ends the thread in the middle of its job. */
export function die(): never {
  process.exit(3)
}
