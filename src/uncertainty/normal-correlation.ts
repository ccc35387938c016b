/**
 * The correlation that two normal values must have for their ranks to have this one (Spearman's), −1 … 1: 2 sin(π ρ ÷ 6).
 * Source: K. Pearson (1907), On further methods of determining correlation. The sine is its Taylor series, from × and ÷ alone.
 */
export function normalCorrelation(rank: number): number {
  // Values that move wholly together stay so, to the bit.
  if (Math.abs(rank) === 1) return rank
  const angle = (Math.PI * rank) / 6
  const square = angle * angle
  let series = 1
  for (let odd = 17; odd >= 3; odd -= 2) series = 1 - (square / (odd * (odd - 1))) * series
  return 2 * angle * series
}
