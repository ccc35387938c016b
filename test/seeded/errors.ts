import { errorsOfDemand, errorsOfEffect, errorsOfReach } from './errors-of-demand.ts'
import { errorsOfCases, errorsOfCash, errorsOfPrice } from './errors-of-money.ts'
import type { SeededError } from './seeded-error.ts'

/** Every seeded error. */
export const errors: readonly SeededError[] = [
  ...errorsOfDemand,
  ...errorsOfReach,
  ...errorsOfEffect,
  ...errorsOfCash,
  ...errorsOfPrice,
  ...errorsOfCases,
]
