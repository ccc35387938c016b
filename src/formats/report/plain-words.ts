import { monthInWords } from '../sentences/amounts.ts'

/** A sentence of an answer with its months in words. A financial year such as 2008-09 looks like a month, and stays. */
export function withMonthsInWords(text: string): string {
  return text.replace(/(?<![\w.-])(20\d\d)-(0[1-9]|1[0-2])(?![\w-]|\.\w)/g, (month, year: string, of: string) =>
    (Number(year) + 1) % 100 === Number(of) ? month : monthInWords(month),
  )
}

/** A sentence of an answer with the titles of cost lines and savings in place of their paths, which a committee does not read. */
export function withTitles(text: string, ownerTitleOf: (path: string) => string): string {
  return text.replace(
    /\b((?:demand|interventions)\.[\w-]+\.(?:costs|savings|effects)\.[\w-]+)(?:\.\w+)*/g,
    (_, owner: string) => `“${ownerTitleOf(owner)}”`,
  )
}
