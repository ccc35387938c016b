import { spawnSync } from 'node:child_process'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { threadedCrew } from '../../src/answers/crew/crews.ts'
import { simulate } from '../../src/answers/simulate.ts'
import { usualSimulation } from '../../src/answers/simulation/asked.ts'
import { Blocks } from '../../src/answers/simulation/blocks.ts'
import { prepared, samplerOf } from '../../src/answers/simulation/prepared.ts'
import { tallied } from '../../src/answers/simulation/tally.ts'
import { VariedCase } from '../../src/answers/varied.ts'
import { completeCase } from '../../src/case/read-case.ts'
import { Columns } from '../../src/graph/columns/columns.ts'
import { Instruction, pairs, wordsAnInstruction } from '../../src/graph/columns/instruction.ts'
import { plainKernel } from '../../src/graph/columns/plain-kernel.ts'
import type { Program } from '../../src/graph/columns/program.ts'
import { readExactly } from '../../src/graph/exact.ts'
import { buildApp } from '../../src/http/app.ts'
import type { Crew } from '../../src/uncertainty/worker-pool.ts'
import { benchModel } from './appraise.ts'
import { inMilliseconds, measure } from './measure.ts'
import { unsureCase } from './unsure-case.ts'

const draws = 10_000

/** Simulation of the reference case with 30 ranges: one core, two, exact, NumPy, memory, and the delay of others while it runs. */
export async function simulateBench(print: (line: string) => void): Promise<void> {
  const ready = completeCase(unsureCase)
  const asked = { ...usualSimulation, draws, drivers: false }
  const preparation = prepared(ready, asked)
  const operations = preparation.draws.operations
  const perOperation = ({ median, least }: { median: number; least: number }) =>
    `${((median * 1e6) / draws / operations).toFixed(2)} ns an operation at the median, ${((least * 1e6) / draws / operations).toFixed(2)} at least`
  print(
    `simulation: ${preparation.inputs.length} ranges, ${operations} live operations, in ${preparation.draws.code.length / wordsAnInstruction} instructions, ${preparation.draws.columns} columns of ${preparation.draws.width}`,
  )

  const preparing = await measure(() => prepared(ready, asked), 15, 10)
  print(`prepare: appraise the centre, compile            ${inMilliseconds(preparing)}`)
  const sampler = samplerOf(preparation)
  const inputs = new Map(sampler.paths.map((path, place) => [path, joined(sampler, place)]))
  const drawing = await measure(
    () => {
      for (let block = 0; block < sampler.blocks; block++) sampler.block(block)
    },
    21,
    10,
  )
  print(`draw the ranges, ${draws} times                    ${inMilliseconds(drawing)}`)
  const columns = new Columns(preparation.draws)
  const reading = await measure(() => columns.read(inputs, draws), 21, 10)
  print(`read the live operations, compiled kernel        ${inMilliseconds(reading)}   ${perOperation(reading)}`)
  const plainly = new Columns(preparation.draws, plainKernel(preparation.draws))
  const plain = await measure(() => plainly.read(inputs, draws), 5, 2)
  print(`the same, plain kernel                           ${inMilliseconds(plain)}   ${perOperation(plain)}`)
  const whole = await measure(() => tallied(preparation, new Blocks()), 21, 10)
  print(`ranges, operations and statistics, one core      ${inMilliseconds(whole)}   goal under 100 ms`)

  const { graph } = new VariedCase(ready).figures.method.book
  const exactly = await measure(() => readExactly(graph, (path) => textOf(ready, path)), 9, 5)
  print(
    `the exact reader, scaled to ${draws} draws           ${((exactly.median * draws) / 1000).toFixed(0)} s (${((exactly.median * draws) / whole.median).toFixed(0)} times)`,
  )
  numpy(print, preparation.draws, inputs, reading.median)
  await onThreads(print, ready, asked)
  memory(print, ready)
  await delayOfOthers(print)
}

function joined(sampler: ReturnType<typeof samplerOf>, place: number): Float64Array {
  const all = new Float64Array(draws)
  let at = 0
  for (let block = 0; block < sampler.blocks; block++) {
    const part = sampler.block(block)[place] as Float64Array
    all.set(part, at)
    at += part.length
  }
  return all
}

function textOf({ register }: ReturnType<typeof completeCase>, path: string): string {
  const value = register.get(path)?.value ?? '0'
  return value === 'true' ? '1' : value
}

type Places = [to: number, left: number, right: number, third: number]

/** The same live operations by NumPy, at the width of block that suits it best. */
function numpy(print: (line: string) => void, program: Program, inputs: ReadonlyMap<string, Float64Array>, ours: number): void {
  const places = (at: number) => (at < program.columns * program.width ? at / program.width : -1 - (at - program.columns * program.width))
  const between = program.columns
  const code: number[][] = []
  for (let word = 0; word < program.code.length; word += wordsAnInstruction) {
    const [what, to, left, right, third] = [...program.code.subarray(word, word + wordsAnInstruction)] as [Instruction, ...Places]
    const pair = pairs.get(what)
    if (pair === undefined) code.push([what, places(to), places(left), places(right)])
    // NumPy has no two operations in one, so it is given them one after the other.
    else code.push([pair[0], between, places(left), places(right)], [pair[1], places(to), between, places(third)])
  }
  const names = Object.fromEntries(Object.entries(Instruction).map(([name, number]) => [number, name]))
  let best: { least: number; median: number; version: string; width: number } | undefined
  for (const width of [500, 1000, 2000, 5000, draws]) {
    const given = {
      code,
      names: Array.from({ length: Object.keys(names).length }, (_, at) => names[at]),
      columns: program.columns + 1,
      singles: [...program.singles],
      inputs: program.inputs.map(({ path, at }) => [places(at), [...(inputs.get(path) as Float64Array)]]),
      outputs: program.outputs.filter(({ varies }) => varies).map(({ at }) => places(at)),
      draws,
      width,
      repetitions: 9,
    }
    const run = spawnSync('python3', [fileURLToPath(new URL('./vectorised.py', import.meta.url))], {
      input: JSON.stringify(given),
      maxBuffer: 1 << 26,
    })
    if (run.status !== 0) {
      const why = run.error?.message ?? run.stderr.toString().trim().split('\n').at(-1)
      print(`NumPy: not measured, for it needs python3 with numpy: ${why}`)
      return
    }
    const found = { ...JSON.parse(run.stdout.toString()), width }
    if (best === undefined || found.median < best.median) best = found
  }
  if (best === undefined) return
  print(
    `the same operations, NumPy ${best.version}, blocks of ${best.width}     ${best.median.toFixed(1)} ms (${best.least.toFixed(1)} …)   ${(best.median / ours).toFixed(1)} times ours, goal at least 2`,
  )
}

/** Whole simulations on one thread and on two, in turn. */
async function onThreads(
  print: (line: string) => void,
  ready: ReturnType<typeof completeCase>,
  asked: typeof usualSimulation,
): Promise<void> {
  const many = { ...asked, draws: 200_000 }
  const crews = [threadedCrew({ threads: 1 }), threadedCrew({ threads: 2 })]
  const whole: number[][] = [[], []]
  const drawing: number[][] = [[], []]
  for (let run = 0; run < 8; run++) {
    for (const [place, crew] of crews.entries()) {
      const spans: [number, number][] = []
      const before = performance.now()
      const watched: Crew = {
        threads: crew.threads,
        run: async (job, task) => {
          const began = performance.now()
          const given = await crew.run(job, task)
          if (job === 'drawSimulation') spans.push([began, performance.now()])
          return given
        },
      }
      await simulate(ready, many, { crew: watched, model: benchModel })
      // A thread's first simulations are slower, for its code is still being compiled.
      if (run < 3) continue
      whole[place]?.push(performance.now() - before)
      drawing[place]?.push(Math.max(...spans.map(([, end]) => end)) - Math.min(...spans.map(([start]) => start)))
    }
  }
  const side = ([one = [], two = []]: number[][]) => {
    const [a, b] = [median(one), median(two)]
    return `one thread ${a.toFixed(0)} ms, two ${b.toFixed(0)} ms: ${(a / b).toFixed(2)} times`
  }
  print(`200,000 draws, the drawing: ${side(drawing)}`)
  print(`200,000 draws, whole answer: ${side(whole)}`)
  const small: number[] = []
  for (let run = 0; run < 9; run++) {
    const before = performance.now()
    await simulate(ready, { ...usualSimulation }, { crew: crews[1] as (typeof crews)[number], model: benchModel })
    small.push(performance.now() - before)
  }
  small.sort((a, b) => a - b)
  print(`10,000 draws with drivers, whole answer, two threads: ${small[4]?.toFixed(0)} ms (${small[0]?.toFixed(0)} …)`)
  await Promise.all(crews.map((crew) => crew.close()))
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0
}

/** What the heap holds after ever more draws. */
function memory(print: (line: string) => void, ready: ReturnType<typeof completeCase>): void {
  const seen = [10_000, 100_000, 1_000_000].map((many) => {
    const tally = tallied(prepared(ready, { ...usualSimulation, draws: many, drivers: false }), new Blocks())
    globalThis.gc?.()
    const { heapUsed, arrayBuffers } = process.memoryUsage()
    return `${many}: ${((heapUsed + arrayBuffers) / 1e6).toFixed(0)} MB with ${tally.spreads.length} spreads`
  })
  print(`memory while a tally is held   ${seen.join('   ')}`)
}

/** The delay of the event loop, and of a health check, while simulations stream through the service. */
async function delayOfOthers(print: (line: string) => void): Promise<void> {
  const app = await buildApp({ model: benchModel, scenarios: fileURLToPath(new URL('../../scenarios', import.meta.url)) })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  const body = JSON.stringify(unsureCase)
  const post = () =>
    fetch(`${url}/v1/simulate?drivers=no`, { method: 'POST', headers: { 'content-type': 'application/json' }, body }).then((answer) =>
      answer.text(),
    )
  await Promise.all([post(), post()])
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const until = performance.now() + 10_000
  let answered = 0
  const stream = async () => {
    while (performance.now() < until) {
      await post()
      answered++
    }
  }
  await Promise.all([stream(), stream()])
  delay.disable()
  print(
    `event loop under a stream of simulations (${answered} in 10 s): p50 ${(delay.percentile(50) / 1e6).toFixed(1)} ms, p99 ${(delay.percentile(99) / 1e6).toFixed(1)} ms, most ${(delay.max / 1e6).toFixed(1)} ms   goal p99 under 20 ms`,
  )
  await app.close()
}
