/** Why an entry holds the main thread up for longer than it should. */
export interface Known {
  reason: string
}

/** Entries that are known to, by their names: to be emptied when their work moves into threads. */
export const known: Readonly<Record<string, Known>> = {}
