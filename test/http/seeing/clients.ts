import { Agent, request } from 'node:http'
import { smallest } from '../service.ts'

const body = JSON.stringify(smallest)

/** How a request ended: with a whole answer of some status, refused before anybody took it, or lost. */
export type Outcome = { is: 'answered'; status: number; text: string } | { is: 'refused' } | { is: 'lost'; code: string }

/** Posts the smallest case, and says how that ended. */
export function ask(port: number, agent: Agent): Promise<Outcome> {
  return new Promise((resolve) => {
    const headers = { 'content-type': 'application/json', 'content-length': body.length }
    const sent = request({ port, host: '127.0.0.1', method: 'POST', path: '/v1/appraise', agent, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk) => {
        text += chunk
      })
      response.on('end', () => resolve({ is: 'answered', status: response.statusCode ?? 0, text }))
      response.on('error', (error: NodeJS.ErrnoException) => resolve({ is: 'lost', code: `${error.code} in the answer` }))
    })
    sent.on('error', ({ code = 'none' }: NodeJS.ErrnoException) => {
      resolve(code === 'ECONNREFUSED' ? { is: 'refused' } : { is: 'lost', code })
    })
    sent.end(body)
  })
}

/** Clients that ask again and again until nobody takes what they send, or until they are told to stop; all that came of it. */
export function crowd(port: number, many: number, keepAlive: boolean): { outcomes: Outcome[]; stop: () => void; ended: Promise<void> } {
  const outcomes: Outcome[] = []
  let isStopped = false
  const client = async () => {
    const agent = new Agent({ keepAlive, maxSockets: 1 })
    for (let isOver = false; !isOver && !isStopped; ) {
      const outcome = await ask(port, agent)
      outcomes.push(outcome)
      isOver = outcome.is === 'refused'
    }
    agent.destroy()
  }
  const ended = Promise.all(Array.from({ length: many }, client)).then(() => {})
  return {
    outcomes,
    stop: () => {
      isStopped = true
    },
    ended,
  }
}
