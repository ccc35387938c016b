/** Who does what, by the AQuA Book, when a figure from here goes to a committee. */
export const roles = [
  {
    role: 'Commissioner',
    does: 'Asks the question, says what the answer is for, and accepts it as fit for that. Usually the head of service or the commissioner of the package.',
    here: 'Read the two verdicts, the ladder, the warnings and the limits of use below.',
  },
  {
    role: 'Analyst',
    does: 'Builds the case, chooses and sources its assumptions, and checks it.',
    here: 'Give every assumption a source and, where unsure, a range; look at defaults in assumptions[], at every warning, at break-even values; keep the case file and the hashes.',
  },
  {
    role: 'Analytical assurer',
    does: 'Reviews the analyst’s checks independently, and reports what is wrong. Not the person who built the case.',
    here: 'Get the answer again from the case file and compare caseHash and resultHash; follow the headline down by explain or in the workbook; challenge effects, unit costs, growth, release plans.',
  },
  {
    role: 'Approver',
    does: 'Signs off that the work was commissioned, done and assured as it should be.',
    here: 'See that the three above are named, and that what is left uncertain is told with the figure.',
  },
] as const

/** How much assurance is enough: more where more rests on it. */
export const proportion = [
  { case: 'A first look, nothing decided on it', do: 'Read the warnings. Let a colleague read the case.' },
  {
    case: 'A decision within a service’s own budget',
    do: 'Local unit costs, sourced effects, ranges and a simulation; a second person gets the answer again.',
  },
  {
    case: 'A committee paper, a budget reduction, or several million pounds',
    do: 'All of that; the finance officer agrees each release plan with its owner; an assurer outside the team follows the headline in the workbook; case file, workbook and hashes are kept with the paper.',
  },
] as const
