import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { completeCase } from '../../../src/case/read-case.ts'
import { readScenario } from '../../../src/case/scenario.ts'
import { type Column, Columns } from '../../../src/graph/columns/columns.ts'
import { plainKernel } from '../../../src/graph/columns/plain-kernel.ts'
import { program } from '../../../src/graph/columns/program.ts'
import { type Exact, nearlyFloat, readExactly } from '../../../src/graph/exact.ts'
import { agreement, readFloat64 } from '../../../src/graph/float64.ts'
import { appraisal } from '../../../src/method/appraisal.ts'
import { referenceCase } from '../../bench/reference-case.ts'

/*
 * Ranges of no width give the exact answer: every input varies, every named line is asked for, and every one must agree with the exact reader
 * within 10⁻⁹ of the largest magnitude beneath it; the compiled kernel and the plain one give the same bytes.
 */

const here = (...parts: string[]) => join(import.meta.dirname, '..', '..', ...parts)

interface Given {
  name: string
  case: object
}

function given(): Given[] {
  const shared = readdirSync(here('cases'))
    .filter((file) => file.endsWith('.json'))
    .map((file) => ({ name: file, case: (JSON.parse(readFileSync(here('cases', file), 'utf8')) as { case: object }).case }))
  const folder = here('..', 'scenarios')
  const text = (file: string) => readFileSync(join(folder, file), 'utf8')
  const library = readdirSync(folder).map((file) => ({
    name: file,
    case: readScenario(text(file), 'yaml', { load: (name) => ({ text: text(name), format: 'yaml', name }), name: file }).case,
  }))
  return [{ name: 'reference case of the bench', case: referenceCase }, ...shared, ...library]
}

for (const { name, case: theCase } of given()) {
  t.test(name, async (t) => {
    const { case: complete, register } = completeCase(theCase)
    const { book } = appraisal(complete, register, () => true)
    const exact = readExactly(book.graph, (path) => register.get(path)?.value as string)
    const float = (index: number) => nearlyFloat(exact.values[index] as Exact)
    const { magnitudes } = readFloat64(book.graph, exact)
    const named = [...book.lines.values()].flatMap(({ id, values }) => values.map((value, place) => ({ id: `${id}[${place}]`, value })))
    const compiled = program({
      graph: book.graph,
      varying: new Set(book.graph.inputs),
      outputs: named.map(({ value }) => value),
      folded: float,
    })
    const inputs = new Map<string, Column>()
    for (const path of book.graph.inputs) inputs.set(path, new Float64Array(3).fill(Number(register.get(path)?.value)))
    const columns = new Columns(compiled).read(inputs, 3)
    const astray = named.flatMap(({ id, value: { index } }, place) => {
      const [first, second, third] = columns[place] as Column
      const isClose = Math.abs((first as number) - float(index)) <= agreement * (magnitudes[index] as number)
      return isClose && first === second && second === third ? [] : [`${id}: ${first}, ${second}, ${third} for ${float(index)}`]
    })
    t.same(astray, [], `${named.length} values of named lines, ${compiled.operations} operations`)
    t.same(new Columns(compiled, plainKernel(compiled)).read(inputs, 3), columns, 'the same bytes by the plain kernel')
  })
}
