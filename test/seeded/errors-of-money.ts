import { type SeededError, seeded } from './seeded-error.ts'

const release = 'src/method/release.ts'
const ladder = 'src/method/ladder.ts'
const ledger = 'src/method/ledger.ts'
const prices = 'src/method/prices.ts'
const costs = 'src/method/costs.ts'
const discounting = 'src/method/discounting.ts'
const economic = 'src/method/economic-case.ts'
const financial = 'src/method/financial-case.ts'
const position = 'src/method/budget-position.ts'

/** What of it is cash: backfill, growth, notice, steps, the share that moves and whose budget it is. */
export const errorsOfCash: readonly SeededError[] = [
  seeded(
    'Cash is released a month before its notice is up',
    release,
    'plan.noticeMonths + 1',
    'plan.noticeMonths',
    'method/release.test.ts',
  ),
  seeded(
    'A home closes when its step is begun, not when it is whole: ceiling for floor',
    release,
    'throughNotice.over(step).floor()',
    'throughNotice.over(step).negative().floor().negative()',
    'method/release.test.ts',
  ),
  seeded(
    'Cash is released a month before the plan begins',
    release,
    'const opens = monthOfCase(book.timeline, plan.from)',
    'const opens = monthOfCase(book.timeline, plan.from) - 1',
    'method/release.test.ts',
  ),
  seeded(
    'Growth is served before backfill',
    release,
    'const backfilled = freed.map((quantity) => quantity.times(backfill))',
    'const backfilled = freed.map((quantity, t) => quantity.minus(min(quantity, pressure[t] as Expression)).times(backfill))',
    'method/release.test.ts',
  ),
  seeded(
    'Backfill and growth both count the same empty places',
    release,
    'min(quantity.minus(backfilled[t] as Expression), waiting)',
    'min(quantity, waiting)',
    'method/release.test.ts',
  ),
  seeded(
    'A rise in numbers costs nothing where there is no plan',
    release,
    'return { released: empty.map((_, t) => rise(t)) }',
    'return { released: empty.map(() => book.zero) }',
    'method/release.test.ts',
  ),
  seeded(
    'The whole average cost of a place is taken to be saved, its fixed share too',
    ladder,
    '.variable`)\n  const pressure',
    ".variable`).over(book.given(path + '.variable'))\n  const pressure",
    'method/ladder.test.ts',
  ),
  seeded(
    "Another funder's saving is counted as the body's own cash",
    ladder,
    'line.funder === book.case.body',
    "line.funder !== ''",
    'method/ladder.test.ts',
  ),
  seeded(
    'A line for each entry is priced on places: entries and stock confused',
    ladder,
    "const quantity = book.monthly(\n    path,\n    'avoided',\n    (line.per === 'entry' ? avoided.entries : avoided.stock).map((number) => number.times(share)),\n  )\n  const quantityByYear",
    "const quantity = book.monthly(\n    path,\n    'avoided',\n    avoided.stock.map((number) => number.times(share)),\n  )\n  const quantityByYear",
    'method/ladder.test.ts',
  ),
  seeded(
    'The budget falls by places that stand empty before they are released',
    position,
    '.minus(rungs.cashable.cash[y] as Expression)',
    '.minus(rungs.cashable.cash[y] as Expression).minus(rungs.unplanned.cash[y] as Expression)',
    'method/budget-position.test.ts',
  ),
]

/** What it is worth in pounds: rounding, price bases, inflation, weeks and one-off costs. */
export const errorsOfPrice: readonly SeededError[] = [
  seeded(
    'Prices are rounded to pence before they are multiplied',
    ledger,
    'quantity.times(price[place] as Expression).round2()',
    'quantity.times((price[place] as Expression).round2()).round2()',
    'method/ledger.test.ts',
  ),
  seeded(
    'Postings are not rounded, only what is shown',
    ledger,
    'quantity.times(price[place] as Expression).round2()',
    'quantity.times(price[place] as Expression)',
    'method/ledger.test.ts',
  ),
  seeded(
    'Real money is shown as cash: inflation left out',
    ledger,
    'cash: posted(prices.cash)',
    'cash: posted(prices.real)',
    'method/ladder.test.ts',
  ),
  seeded(
    'Cash is shown as real money: nominal for real',
    ledger,
    'real: posted(prices.real)',
    'real: posted(prices.cash)',
    'method/ladder.test.ts',
  ),
  seeded(
    'The wrong price base: the deflator is upside down',
    prices,
    'amount.times(book.given(`prices.deflators',
    'amount.over(book.given(`prices.deflators',
    'method/prices.test.ts',
  ),
  seeded(
    'The base year is inflated as well: an off-by-one year',
    prices,
    'for (let year = baseYear + 1; year <= number; year++)',
    'for (let year = baseYear; year <= number; year++)',
    'method/prices.test.ts',
  ),
  seeded(
    'Each year is moved by the inflation of the year before',
    prices,
    'for (let year = baseYear + 1; year <= number; year++) index = index.times(factor(year))',
    'for (let year = baseYear + 1; year <= number; year++) index = index.times(factor(year - 1))',
    'method/prices.test.ts',
  ),
  seeded(
    'Inflation of 3% written 0.03 is read as 0.03%: percent for fraction',
    prices,
    'this.book.one.plus(this.inflationInto(year))',
    'this.book.one.plus(this.inflationInto(year).over(this.book.constant(100)))',
    'method/prices.test.ts',
  ),
  seeded(
    'Optimism bias is put on a cost twice',
    prices,
    'amount.times(book.one.plus(optimismBias))',
    'amount.times(book.one.plus(optimismBias)).times(book.one.plus(optimismBias))',
    'method/prices.test.ts',
  ),
  seeded('A year has 52 weeks', prices, 'book.constant(1461).over(book.constant(28))', 'book.constant(52)', 'method/prices.test.ts'),
  seeded(
    'A yearly cost is spread by days instead of twelfths',
    costs,
    't >= from && t < until ? twelfth : book.zero',
    `t >= from && t < until
      ? book.constant(new Date(Date.UTC(Number(book.timeline.months[t]?.slice(0, 4)), Number(book.timeline.months[t]?.slice(5)), 0)).getUTCDate())
          .over(book.constant(365))
      : book.zero`,
    'method/costs.test.ts',
  ),
  seeded('A one-off cost is paid again each year', costs, 't === when ?', 't >= when && (t - when) % 12 === 0 ?', 'method/costs.test.ts'),
  seeded(
    'Staff are paid only while referrals come in, not until the last family has left',
    costs,
    'intervention.programme.months - 1',
    '0',
    'method/costs.test.ts',
  ),
]

/** What the two cases add up: discounting, funders, grants, redeployed staff and payback. */
export const errorsOfCases: readonly SeededError[] = [
  seeded(
    'Discounting at the middle of the year is taken for the end',
    discounting,
    "timing === 'end' ? after : factor.over(through.squareRoot())",
    "timing === 'end' ? factor.over(through.squareRoot()) : after",
    'method/discounting.test.ts',
  ),
  seeded(
    'The first year is discounted: an off-by-one year',
    discounting,
    "timing === 'start' ? factor :",
    "timing === 'start' ? after :",
    'method/discounting.test.ts',
  ),
  seeded(
    "The Green Book's lower rate begins a year early",
    discounting,
    'rates(place + 1)',
    'rates(place + 2)',
    'method/discounting.test.ts',
  ),
  seeded(
    'Money of the day is discounted at a real rate',
    economic,
    "rungPostings(rung, lines, savings), 'real'",
    "rungPostings(rung, lines, savings), 'cash'",
    'method/economic-case.test.ts',
  ),
  {
    error: 'Grants are netted off cost in the economic case: a transfer counted as a benefit',
    file: economic,
    edits: [
      { find: "import { rungPostings } from './financial-case.ts'", put: "import { grants, rungPostings } from './financial-case.ts'" },
      { find: 'const cost = book.yearly(', put: 'const spent = book.yearly(' },
      {
        find: 'const present = (',
        put: 'const cost = spent.map((amount, y) => amount.minus(grants(book).byYear[y] as Expression))\n  const present = (',
      },
    ],
    byHand: 'method/economic-case.test.ts',
  },
  seeded(
    'A fixed cost that frees nothing is a benefit of the economic case',
    economic,
    ".filter((rung) => rung !== 'fixed')",
    '',
    'method/economic-case.test.ts',
  ),
  seeded('Redeployed staff are counted as new cash', financial, ' && !cost.redeployed', '', 'method/financial-case.test.ts'),
  seeded(
    "A partner's cost is counted as the body's cash",
    financial,
    'cost.funder === book.case.body && ',
    '',
    'method/financial-case.test.ts',
  ),
  seeded(
    'A grant of a part of a year is spread over twelve months',
    financial,
    '.over(book.constant(months.length))',
    '.over(book.twelve)',
    'method/financial-case.test.ts',
  ),
  seeded(
    'Peak funding is read off the ends of years, not months',
    financial,
    'depthOfLowest(book, cumulativeByMonth)',
    'depthOfLowest(book, runningTotal(net))',
    'method/financial-case.test.ts',
  ),
  seeded(
    'Payback is the first time out of the red, not the last',
    'src/answers/payback.ts',
    'findLastIndex((value) => figures.isNegative(figures.of(value)))',
    'findIndex((value, t, all) => figures.isNegative(figures.of(value)) && !figures.isNegative(figures.of(all[t + 1] ?? book.zero)))',
    'method/financial-case.test.ts',
  ),
]
