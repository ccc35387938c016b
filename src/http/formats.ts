import type { FastifyReply, FastifyRequest } from 'fastify'
import Type from 'typebox'
import { choice } from '../case/quantity.ts'
import { type NumberForm, rendered, type Unrendered } from '../formats/json.ts'
import { acceptable } from './accept.ts'

/** A way for an answer to leave. */
interface AnswerFormat {
  mediaType: string
  write: (answer: Unrendered, numbers: NumberForm) => string
}

const json: AnswerFormat = {
  mediaType: 'application/json',
  write: (answer, numbers) => JSON.stringify(rendered(answer, numbers)),
}

/** The formats of an answer by the word that asks for each; the first is what a request gets that does not ask. */
const formats = { json } as const satisfies Record<string, AnswerFormat>
type FormatWord = keyof typeof formats
const words = Object.keys(formats) as [FormatWord, ...FormatWord[]]

/** The options of every address that answers with an appraisal. */
export const answerOptions = Type.Object(
  {
    numbers: Type.Optional(
      choice(
        ['strings', 'json'],
        'how figures are written: as decimal strings, which are exact, or as JSON numbers, which a spreadsheet adds up',
        'strings',
      ),
    ),
    format: Type.Optional(choice(words, 'the format of the answer; takes precedence over Accept')),
  },
  { additionalProperties: false },
)

/** The format that a request asks for, by ?format= or else by Accept. Throws an HttpProblem where there is no such format. */
export function chosenFormat(request: FastifyRequest, word: FormatWord | undefined): AnswerFormat {
  if (word !== undefined) return formats[word]
  const types = words.map((each) => formats[each].mediaType) as [string, ...string[]]
  const type = acceptable(request.headers.accept, types)
  return Object.values(formats).find(({ mediaType }) => mediaType === type) ?? json
}

/** Sends an answer in a format. */
export function sendAnswer(reply: FastifyReply, answer: Unrendered, format: AnswerFormat, numbers: NumberForm = 'strings'): FastifyReply {
  return reply.header('vary', 'accept').type(`${format.mediaType}; charset=utf-8`).send(format.write(answer, numbers))
}

/** Holds a request to JSON, for an address that answers in nothing else. Throws an HttpProblem where its Accept leaves JSON out. */
export function acceptsJson(request: FastifyRequest): void {
  acceptable(request.headers.accept, ['application/json'])
}
