/** A piece of a formula and how tightly it holds together, so that brackets stand only where they are needed. */
export interface Spoken {
  text: string
  /** 3: a name or a number; 2: a product; 1: a sum; 0: a phrase. */
  bond: 0 | 1 | 2 | 3
}

/** A piece in brackets unless it holds together at least as tightly as its place needs. */
export function held({ text, bond }: Spoken, needed: Spoken['bond']): string {
  return bond >= needed ? text : `(${text})`
}
