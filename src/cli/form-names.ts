/** The forms an answer may be written in. */
export const formNames = ['table', 'json', 'csv'] as const
export type FormName = (typeof formNames)[number]
