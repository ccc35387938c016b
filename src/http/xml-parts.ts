import Type from 'typebox'
import { nearest, wordList } from '../case/nearest.ts'
import { rendered } from '../case/problem.ts'
import { usualXmlParts, type XmlPart, xmlParts } from '../formats/xml.ts'
import { HttpProblem } from './problem.ts'

/** The option of some parts of an answer instead of all. */
export const onlyOption = Type.Optional(
  Type.String({
    description: `the parts that are wanted, with commas between: ${wordList(xmlParts, 'and')}; all but assumptions where absent. A cell of Excel takes 32,767 characters: only=headline always fits`,
    examples: ['headline'],
  }),
)

/** The parts that ?only= asks for, in the order of the answer. Throws an HttpProblem for a word that names no part. */
export function partsAsked(only: string | undefined): readonly XmlPart[] {
  if (only === undefined) return usualXmlParts
  const words = only.split(',')
  for (const word of words) {
    if ((xmlParts as readonly string[]).includes(word)) continue
    const near = nearest(word, xmlParts)
    const message = `${rendered(word)} is no part of an answer.${near === undefined ? '' : ` Did you mean ${near}?`}`
    const errors = [{ pointer: '', path: '?only', message, got: rendered(word), expected: wordList(xmlParts) }]
    throw new HttpProblem('wrong-option', `?only: ${message}`, { errors })
  }
  return xmlParts.filter((part) => words.includes(part))
}
