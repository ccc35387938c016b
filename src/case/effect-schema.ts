import Type, { type Static } from 'typebox'
import { choice, count, quantity } from './quantity.ts'
import { idPattern, name, object, opt, text } from './schema-atoms.ts'

/* An effect of an intervention on a demand: fewer children come in, or children leave earlier. */

const Evidence = object(
  {
    design: opt(choice(['rct', 'matched', 'before-after', 'practice', 'assumed'], 'how the effect was measured')),
    source: opt(text('the study')),
  },
  { $id: 'Evidence', description: 'How well the effect is known.' },
)

const effectCommon = {
  // As long as the longest default: a demand's id with -exits.
  id: opt(
    Type.String({
      pattern: '^[a-z][a-z0-9-]{0,45}$',
      description: "the effect; by default the demand's id, with -exits for exits",
      examples: ['care'],
    }),
  ),
  title: opt(name('the effect in plain English')),
  demand: Type.String({ pattern: idPattern, description: 'the demand it acts on' }),
  basis: opt(choice(['treated', 'started', 'referred'], 'the group whose average effect the evidence measured', 'treated')),
  optimismBias: opt(quantity('proportion', 'how much of the effect to take off for optimism', { default: '0' })),
  startsAfterMonths: opt(count('months from start of the programme to the effect; the programme length where absent', 0, 60)),
  evidence: opt(Evidence),
}
const Returns = object(
  {
    share: quantity('proportion', 'share of avoided entries that come later after all'),
    afterMonths: count('how many months later', 1, 120),
  },
  { $id: 'Returns', description: 'Delayed is not avoided.' },
)
export const EntriesEffect = object(
  {
    ...effectCommon,
    kind: opt(choice(['entries'], 'fewer children come in', 'entries')),
    risk: quantity('proportion', 'chance that a treated child, without help, has the event in the window'),
    windowMonths: count('months over which the risk and the effect were measured', 1, 120),
    reduction: quantity('relative change', 'relative reduction of the risk; negative for a harmful effect'),
    holdMonths: opt(count('months of full effect; the window where absent, or 0 with a fade', 0, 120)),
    fadePerYear: opt(quantity('proportion', 'share of the effect lost each year after the hold', { default: '0' })),
    returns: opt(Returns),
  },
  { $id: 'EntriesEffect', description: 'An effect that keeps children from coming in.' },
)
export const ExitsEffect = object(
  {
    ...effectCommon,
    kind: Type.Literal('exits', { description: 'children leave earlier', 'x-unit': 'choice' }),
    chance: quantity('proportion', 'extra chance that a treated child leaves earlier; negative for a harmful effect', { minimum: '-1' }),
    monthsEarlier: count('how many months earlier', 1, 120),
  },
  { $id: 'ExitsEffect', description: 'An effect that lets children leave earlier.' },
)

export type EntriesEffect = Static<typeof EntriesEffect>
export type ExitsEffect = Static<typeof ExitsEffect>
