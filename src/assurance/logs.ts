/** Something that the method takes to be so, why, and what a reader can do about it. */
export interface BuiltIn {
  assumption: string
  why: string
  change: string
}

/**
 * What the method itself takes to be so, whatever the case. What a case takes to be so is in its own answer, as assumptions[], with the origin and source
 * of each.
 */
export const builtIn: readonly BuiltIn[] = [
  {
    assumption: 'Nothing is cash until somebody has planned to release it.',
    why: 'Avoided spending does not lower a budget by itself; a contract has to be ended, a home closed, a post left empty.',
    change: 'release on a cost line or a saving: action, owner, date, notice and step.',
  },
  {
    assumption: 'The budget pays for today’s places, and growth is not funded.',
    why: 'It is the cautious reading: places freed are first taken by growth that nobody pays for.',
    change: 'budget.basis on a demand: opening, demand or places.',
  },
  {
    assumption: 'Without a stated share, a unit cost moves wholly with numbers, and nobody else fills an empty place.',
    why: 'The method cannot know either. Answers warn where growth or backfill was left at its default and something is called cash.',
    change: 'variable on a cost line, backfill on a demand.',
  },
  {
    assumption: 'A stay ends with the same chance in each month, or after a fixed number of months.',
    why: 'These two need one figure that councils have. Real stays are more mixed.',
    change: 'stay on a demand; split a demand whose children stay for very different times.',
  },
  {
    assumption: 'Interventions that reach the same demand act independently of one another, each on what the others leave.',
    why: 'Adding effects up would count a child twice.',
    change: 'overlap: disjoint where they reach different children.',
  },
  {
    assumption: 'Everyone who starts holds a place for the whole programme, whether or not they complete.',
    why: 'It is cautious: places freed early are not filled.',
    change: 'capacity and programme of an intervention.',
  },
  {
    assumption:
      'Effects are spread evenly over the window in which they were measured, and end with it unless a hold or a fade says otherwise.',
    why: 'A trial says nothing of what came after it.',
    change: 'windowMonths, holdMonths and fadePerYear of an effect.',
  },
  {
    assumption: 'Prices do not rise unless inflation is given.',
    why: 'A rate nobody chose would move every cash figure. Answers over more than a year warn of it.',
    change: 'prices.inflation, one rate or one a year; realGrowth on a line.',
  },
  {
    assumption: 'The first financial year is not discounted; later years by the Green Book’s declining schedule.',
    why: 'It is the Treasury’s rule for appraisals.',
    change: 'discounting: a schedule or one rate, and when in a year its money counts.',
  },
  {
    assumption: 'Money is rounded once, to the penny, half away from zero, where it is posted by line and financial year.',
    why: 'Totals are then sums of what is shown, and every table casts.',
    change: 'Nothing: it is part of the method.',
  },
]

/** A choice that was made in building the method, and the reason. */
export interface Decision {
  decision: string
  reason: string
}

/** The choices that move figures or what may be said of them. The README lists those made where the method’s description was silent. */
export const decisions: readonly Decision[] = [
  {
    decision: 'Avoided cost and cash are two figures, with a ladder of seven rungs between them.',
    reason: 'A committee that takes the one for the other plans to spend money that is not there.',
  },
  {
    decision: 'Each formula is written once, and answers, explanations, workbooks and simulations read it.',
    reason: 'A second copy drifts from the first without anybody seeing it.',
  },
  {
    decision: 'Answers are worked out in decimals of 34 digits, and a second reader in binary checks every named line.',
    reason: 'Pence must not depend on how a computer stores fractions.',
  },
  { decision: 'An answer that fails a check of its own is not given.', reason: 'No number is better than one that is wrong in silence.' },
  {
    decision: 'Unknown keys, percentages for fractions and values out of bounds are errors, not warnings.',
    reason: 'A misspelt assumption that is passed over gives a plausible answer to another question.',
  },
  {
    decision: 'Credit for what several interventions avoid together is shared by the Shapley value.',
    reason: 'It adds up to the whole and does not depend on the order in which they are named.',
  },
  {
    decision: 'The economic case counts all funders and real money; the financial case, the council’s cash alone.',
    reason: 'Whether a package is worth doing and whether it pays for itself are two questions.',
  },
  { decision: 'Grants are not in the economic case.', reason: 'A transfer makes nobody better off in sum.' },
  { decision: 'Every default that an answer used is listed in it.', reason: 'A default is an assumption that nobody has made yet.' },
  {
    decision: 'Remembered figures are not in the catalogue; those read at second hand are marked.',
    reason: 'A unit cost without a source cannot be defended.',
  },
  {
    decision: 'A figure that moves raises the version of the method; kept figures are never written over.',
    reason: 'A paper that was approved on a figure can be got again, or it is plain why not.',
  },
]

/** What the figures must not be used for, or not without more. */
export const limits: readonly string[] = [
  'It appraises a case. It does not say whether an effect that was measured elsewhere will be seen here: that is the analyst’s judgement, and the ranges should show it.',
  'Unit costs in the catalogue are averages, mostly old, and not your council’s. Replace them, and say what share of each moves with numbers.',
  'A change in the mix of placements within one demand is not modelled: split the demand.',
  'A range is what somebody thinks. Draws are no better than the ranges and correlations that they are given.',
  'Sensitivity moves one assumption at a time. It does not show what happens when several are wrong together: simulate does.',
  'Deflators end at 2024-25. A case in later prices brings its own.',
  'Workbooks were tried in LibreOffice, not in Excel.',
  'It says nothing of children’s outcomes, of equality, or of anything that has no money value. These belong in the case that a committee reads.',
  'Tests show that the method was worked out as it is written. They cannot show that a case is true: a second person should read the case, its sources and its warnings.',
]
