/** What a measurement found: milliseconds of each counted run, sorted. */
export interface Runs {
  median: number
  least: number
  most: number
}

/** Node compiles what runs often; after about this many appraisals their time no longer falls. */
const warmUpRuns = 60

/** Runs work `warmUp` times uncounted and `times` times counted, and gives the median, the least and the most milliseconds. */
export async function measure(work: () => unknown, times = 60, warmUp = warmUpRuns): Promise<Runs> {
  for (let run = 0; run < warmUp; run++) await work()
  const taken: number[] = []
  for (let run = 0; run < times; run++) {
    const before = performance.now()
    await work()
    taken.push(performance.now() - before)
  }
  return summary(taken)
}

/** Runs two works in turn, A B A B …, so that a machine whose speed drifts slows both. */
export async function measurePair(
  a: () => unknown,
  b: () => unknown,
  times = 60,
  warmUp = warmUpRuns,
): Promise<{ a: Runs; b: Runs; ratio: number }> {
  for (let run = 0; run < warmUp; run++) {
    await a()
    await b()
  }
  const takenA: number[] = []
  const takenB: number[] = []
  for (let run = 0; run < times; run++) {
    for (const [work, taken] of [
      [a, takenA],
      [b, takenB],
    ] as const) {
      const before = performance.now()
      await work()
      taken.push(performance.now() - before)
    }
  }
  const ratios = takenA.map((time, run) => time / (takenB[run] ?? time))
  return { a: summary(takenA), b: summary(takenB), ratio: summary(ratios).median }
}

function summary(taken: readonly number[]): Runs {
  const sorted = [...taken].sort((one, other) => one - other)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { median: at(0.5), least: at(0), most: at(1) }
}

/** Milliseconds in a fixed form: median (least … most). */
export function inMilliseconds({ median, least, most }: Runs): string {
  return `${median.toFixed(1)} ms (${least.toFixed(1)} … ${most.toFixed(1)})`
}
