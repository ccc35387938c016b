import { type SeededError, seeded } from './seeded-error.ts'

const demand = 'src/method/demand.ts'
const stay = 'src/method/stay.ts'
const calendar = 'src/case/calendar.ts'
const warmUp = 'src/method/warm-up.ts'
const referrals = 'src/method/referrals.ts'
const effects = 'src/method/effects.ts'
const package_ = 'src/method/package.ts'
const attribution = 'src/method/attribution.ts'

/** What would happen anyway: growth, stays, budgets and years. */
export const errorsOfDemand: readonly SeededError[] = [
  seeded(
    'Growth compounds every month instead of stepping each case year',
    demand,
    `  while (yearly.length < book.case.years) yearly.push((yearly.at(-1) as Expression).times(growing))
  return book.series((t) => yearly[caseYear(t)] as Expression)`,
    `  const monthly = growing.twelfthRoot()
  while (yearly.length < book.timeline.length) yearly.push((yearly.at(-1) as Expression).times(monthly))
  return book.series((t) => yearly[t] as Expression)`,
    'method/demand.test.ts',
  ),
  seeded(
    'Growth is already in the first year: an off-by-one year',
    demand,
    'const yearly: Expression[] = [perMonth]',
    'const yearly: Expression[] = [perMonth.times(growing)]',
    'method/demand.test.ts',
  ),
  seeded(
    'Growth steps each April instead of each year of the case',
    demand,
    'yearly[caseYear(t)] as Expression',
    'yearly[Math.min(book.timeline.yearOf[t] as number, yearly.length - 1)] as Expression',
    'method/demand.test.ts',
  ),
  seeded(
    'The list of budgeted places by case year is read a year late',
    demand,
    'Math.min(caseYear(t), list.length - 1)',
    'Math.min(Math.max(0, caseYear(t) - 1), list.length - 1)',
    'method/demand.test.ts',
  ),
  seeded(
    'The budget is taken to grow with demand, so that growth absorbs nothing',
    demand,
    "if (basis === 'demand')",
    "if (basis !== 'places')",
    'method/demand.test.ts',
  ),
  seeded(
    'Nobody leaves: children who came in stay for ever',
    stay,
    'present = present.times(staying).plus(entering)',
    'present = present.plus(entering)',
    'method/demand.test.ts',
  ),
  seeded(
    'Children can leave in the month they come in: stays a month short',
    stay,
    'present = present.times(staying).plus(entering)',
    'present = present.plus(entering).times(staying)',
    'method/demand.test.ts',
  ),
  seeded(
    'The opening numbers of fixed stays run off a month late',
    stay,
    'Math.max(0, months - 1 - t)',
    'Math.max(0, months - t)',
    'method/demand.test.ts',
  ),
  seeded(
    'The financial year turns in March instead of April',
    calendar,
    'Math.floor((monthNumber(month) - 3) / 12)',
    'Math.floor((monthNumber(month) - 2) / 12)',
    'method/timeline.test.ts',
  ),
]

/** Who is reached: warm-up, referrals, the queue and completion. */
export const errorsOfReach: readonly SeededError[] = [
  seeded(
    'The warm-up is shifted by a month: nobody in the first',
    warmUp,
    'min(one, book.constant(j + 1).over(whole))',
    'min(one, book.constant(j).over(whole))',
    'method/warm-up.test.ts',
  ),
  seeded(
    'The warm-up counts from the start of the case, not of the service',
    warmUp,
    'reached(t - running.from)',
    'reached(t)',
    'method/warm-up.test.ts',
  ),
  seeded('Referrals go on for a month after the end', warmUp, 't >= running.until', 't > running.until', 'method/warm-up.test.ts'),
  seeded(
    'The queue ignores capacity: everyone who waits starts',
    referrals,
    'min(queue, places.minus(inProgramme).positive())',
    'queue',
    'method/referrals.test.ts',
  ),
  seeded(
    'A place is used again each month, while the family before still holds it',
    referrals,
    'min(queue, places.minus(inProgramme).positive())',
    'min(queue, places)',
    'method/referrals.test.ts',
  ),
  seeded(
    'A place is held for a month too long',
    referrals,
    '.minus(book.at(starts, t - programme.months))',
    '.minus(book.at(starts, t - programme.months - 1))',
    'method/referrals.test.ts',
  ),
  seeded(
    'Families who gave up waiting start all the same: counted twice',
    referrals,
    'waited.minus(gaveUp).plus(arriving)',
    'waited.plus(arriving)',
    'method/referrals.test.ts',
  ),
  seeded(
    'Families are paid for as completed in the month they start',
    referrals,
    'book.at(served.starts, t - programme.months).times(completion)',
    'book.at(served.starts, t).times(completion)',
    'method/referrals.test.ts',
  ),
]

/** What is avoided: strength, harm, fade, overlap and return. */
export const errorsOfEffect: readonly SeededError[] = [
  seeded(
    'The effect begins when the programme starts, not when it ends',
    effects,
    'book.at(families.starts, t - effect.startsAfterMonths)',
    'book.at(families.starts, t)',
    'method/effects.test.ts',
  ),
  seeded(
    'The risk of the whole window is counted in each month of it',
    effects,
    '.over(book.constant(effect.windowMonths))',
    '',
    'method/effects.test.ts',
  ),
  seeded(
    'A risk given as a fraction is read as a percentage',
    effects,
    '.over(book.constant(effect.windowMonths))',
    '.over(book.constant(effect.windowMonths)).over(book.constant(100))',
    'method/effects.test.ts',
  ),
  seeded(
    'A harm is counted as a benefit: the sign is lost',
    effects,
    'events.times(reduction)',
    'events.times(reduction.absolute())',
    'method/effects.test.ts',
  ),
  seeded(
    'Optimism bias makes a harm milder',
    effects,
    'effect.minus(effect.absolute().times(bias))',
    'effect.minus(effect.times(bias))',
    'method/effects.test.ts',
  ),
  seeded(
    'Optimism bias is taken off an effect twice',
    effects,
    'effect.minus(effect.absolute().times(bias))',
    'effect.minus(effect.absolute().times(bias.plus(bias)))',
    'method/effects.test.ts',
  ),
  seeded('A yearly fade is applied every month', effects, '.fadePerYear`)).twelfthRoot()', '.fadePerYear`))', 'method/effects.test.ts'),
  seeded(
    'Those who drop out are credited with the full effect',
    effects,
    'completion.plus(book.one.minus(completion).times(partial))',
    'book.one',
    'method/effects.test.ts',
  ),
  seeded(
    'A trial of everyone offered is read as one of those who started',
    effects,
    "if (basis === 'started') return book.one",
    "if (basis === 'started' || basis === 'referred') return book.one",
    'method/effects.test.ts',
  ),
  seeded(
    'Children reached by two interventions are counted twice',
    attribution,
    'return { combined: shares.length === 1 ? (shares[0] as Expression) : combined, attributed: shapley(book, shares) }',
    'return { combined: book.sum(shares), attributed: shares }',
    'method/package.test.ts',
  ),
  seeded(
    'Credit follows the order in the file: first come, first served',
    attribution,
    'attributed: shapley(book, shares) }',
    'attributed: shares.map((share, i) => share.times(product(book, untouched.slice(0, i)))) }',
    'method/package.test.ts',
  ),
  seeded(
    'Shares that add to more than all the children are not scaled down',
    attribution,
    'max(book.one, total)',
    'book.one',
    'method/package.test.ts',
  ),
  seeded('More is avoided than there is', package_, 'share.isZero ? share : min(share, book.one)', 'share', 'method/package.test.ts'),
  seeded(
    'Delayed is taken for avoided: those who return are forgotten',
    package_,
    'entries.minus(book.at(attributed, t - returns.afterMonths).times(share))',
    'entries',
    'method/package.test.ts',
  ),
]
