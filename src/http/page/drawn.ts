import type { FastifyReply } from 'fastify'
import { priceOfSimulation } from '../../answers/cost/price.ts'
import { type Ended, uncarried } from '../../answers/crew/carried.ts'
import { simulate } from '../../answers/simulate.ts'
import type { Simulation } from '../../answers/simulate-schema.ts'
import { usualSimulation } from '../../answers/simulation/asked.ts'
import { goneSignal } from '../client-gone.ts'
import { askThreads } from '../long-work.ts'
import type { Service } from '../service.ts'
import type { Picture, Pictured } from './picture/picture.ts'
import type { Standing } from './standing.ts'

/** Draws for the page: enough for a chance to the nearest per cent or so, and soon there. */
const draws = 4096

/** The figures and charts of a standing, drawn on a thread. */
export async function pictureOf(service: Service, reply: FastifyReply, standing: Standing): Promise<Picture> {
  return (await askThreads(service, reply, 'pictureOf', pictured(service, standing))) as Picture
}

/** The parts that a simulation of a standing adds: the chance of paying, and the cash with its fan. Throws a CostError where it is too large. */
export async function chanceOf(service: Service, reply: FastifyReply, standing: Standing): Promise<{ chance: string; cash: string }> {
  const { ready, saved, changes } = standing
  priceOfSimulation(ready, draws, false, service.limits)
  const gone = goneSignal(reply)
  const certain = Object.keys(changes).filter((path) => saved.ready.register.get(path)?.range !== undefined).length
  return await service.crew.take(gone, async (crew) => {
    const asked = { ...usualSimulation, draws, drivers: false }
    const simulation = (await simulate(ready, asked, { crew, model: service.model, signal: gone })) as Simulation
    return uncarried((await crew.run('chancePictureOf', { ...pictured(service, standing), simulation, certain })) as Ended) as {
      chance: string
      cash: string
    }
  })
}

function pictured({ model }: Service, { ready, saved, changes }: Standing): Pictured {
  return Object.keys(changes).length === 0 ? { ready, model } : { ready, saved: saved.ready, model }
}
