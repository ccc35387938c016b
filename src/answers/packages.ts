import type { Case } from '../case/schema.ts'

/**
 * A case with only some of its interventions, by id. One that the case itself leaves out stays out. With none left nothing is done, so
 * there is no grant either: grants are given for a package, and the model ties none to a part of it.
 */
export function withPackage(given: Case, isIn: (id: string) => boolean): Case {
  const interventions = (given.interventions ?? []).map((each) => ({ ...each, included: each.included !== false && isIn(each.id) }))
  if (interventions.some(({ included }) => included)) return { ...given, interventions }
  // A correlation could name a grant that is no longer there, and a point answer draws from none.
  const { funding: _, correlations: __, ...rest } = given
  return { ...rest, interventions }
}

/** A case in which nothing is done: every intervention left out, and no grant. */
export function doNothing(given: Case): Case {
  return withPackage(given, () => false)
}
