import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The folder of the project. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/** What the Dockerfile says, as far as it can be done by hand. */
export interface ImageSteps {
  copies: { from: string[]; to: string }[]
  runs: string[][]
  environment: Record<string, string>
  user: string | undefined
  healthCheck: string[]
  command: string[]
}

/** Reads the Dockerfile. Throws at an instruction that it does not know. */
export function imageSteps(): ImageSteps {
  const steps: ImageSteps = { copies: [], runs: [], environment: {}, user: undefined, healthCheck: [], command: [] }
  for (const line of readFileSync(`${root}Dockerfile`, 'utf8').split('\n').filter(Boolean)) {
    const [instruction = '', ...words] = line.split(' ')
    const rest = words.join(' ')
    switch (instruction) {
      case 'COPY':
        steps.copies.push({ from: words.slice(0, -1), to: words.at(-1) ?? '' })
        break
      case 'RUN':
        steps.runs.push(words)
        break
      case 'ENV':
        for (const word of words) steps.environment[word.split('=')[0] ?? ''] = word.split('=')[1] ?? ''
        break
      case 'USER':
        steps.user = rest
        break
      case 'HEALTHCHECK':
        steps.healthCheck = JSON.parse(rest.slice(rest.indexOf('CMD ') + 4))
        break
      case 'CMD':
        steps.command = JSON.parse(rest)
        break
      case 'FROM':
      case 'WORKDIR':
      case 'ARG':
      case 'EXPOSE':
        break
      default:
        throw new Error(`The Dockerfile has an instruction that nobody tries: ${line}`)
    }
  }
  return steps
}
