import type { GoldenFigures } from './figures.ts'

/**
 * Where the figures of now are not the golden ones, in words; empty where every number is the same. The hash of a case may change alone, where
 * the method learns a new default: then its numbers must be the same still.
 */
export function moved(golden: GoldenFigures, now: GoldenFigures): string[] {
  const headline = [...new Set([...Object.keys(golden.headline), ...Object.keys(now.headline)])].flatMap((key) => {
    const [was, is] = [golden.headline[key], now.headline[key]].map((value) => JSON.stringify(value))
    return was === is || was === undefined ? [] : [`headline.${key} was ${was} and is ${is}`]
  })
  const others = golden.numbers.flatMap((hash, group) => (hash === now.numbers[group] ? [] : [`other figures (group ${group}) have moved`]))
  const drawn = golden.simulation === now.simulation ? [] : ['the spreads of its simulation have moved']
  const hashed = golden.caseHash === now.caseHash && golden.resultHash !== now.resultHash ? ['its resultHash has moved'] : []
  return [...headline, ...others, ...drawn, ...hashed]
}

/** Whether a case takes nothing from the built-in figures or deflators, so that a new vintage of those cannot move it. */
export function standsAlone(given: unknown): boolean {
  return !/"(ref|priceYear|baseYear)":/.test(JSON.stringify(given))
}
