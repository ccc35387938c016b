import type { FastifyInstance } from 'fastify'

/** What /metrics says: each name with its labels, as it is written there, and its value. */
export function samplesOf(text: string): Map<string, number> {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]))
}

/** What a service built in the test says at /metrics. */
export async function samples(app: FastifyInstance): Promise<Map<string, number>> {
  return samplesOf((await app.inject('/metrics')).body)
}
