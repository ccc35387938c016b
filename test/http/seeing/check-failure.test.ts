import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { CheckFailure } from '../../../src/answers/checked.ts'
import { carried, uncarried } from '../../../src/answers/crew/carried.ts'
import { Figures } from '../../../src/answers/figures.ts'
import { WrittenMethods } from '../../../src/answers/structure.ts'
import type { CompleteCase, Register } from '../../../src/case/complete.ts'
import { exactNumber } from '../../../src/graph/exact.ts'
import { Operation } from '../../../src/graph/operations.ts'
import { buildApp } from '../../../src/http/app.ts'
import { withoutIds } from '../../../src/http/seeing/without-ids.ts'
import { appraisal } from '../../../src/method/appraisal.ts'
import { until } from '../program.ts'
import { model, postCase, scenarios, smallest } from '../service.ts'
import { samples } from './prometheus.ts'

/*
 * A check fails only where the method is wrong. Here the method is made wrong, in this process: the gap of the first year, or the first posting of
 * what is cashable, is replaced by another number.
 */

const secret = structuredClone(smallest)
Object.assign(secret, { title: 'Secretshire' })
;(secret.demand[0] as { id: string }).id = 'secret-care'
;(secret.interventions[0]?.effects[0] as { demand: string }).demand = 'secret-care'

function breakMethods(t: { teardown: (work: () => void) => void }): void {
  const honest = WrittenMethods.prototype.for
  t.teardown(() => {
    WrittenMethods.prototype.for = honest
  })
  WrittenMethods.prototype.for = (complete: CompleteCase, register: Register) => {
    const method = appraisal(complete, register)
    const figures = new Figures(complete, register, method)
    const { graph } = method.book
    for (const node of [method.position.gap[0], method.demands[0]?.lines[0]?.rungs.cashable.cash[1]]) {
      if (node === undefined) throw new Error('there is no such node')
      graph.operation[node.index] = Operation.constant
      graph.left[node.index] = graph.constants.push(figures.of(node).plus('12345.67').toFixed()) - 1
    }
    return method
  }
}

async function brokenService(t: { teardown: (work: () => unknown) => void }, checkBundles?: string) {
  const written: string[] = []
  const logger = { stream: { write: (line: string) => void written.push(line) } }
  const app = await buildApp({ model, scenarios, logger, seeing: { checkBundles } })
  t.teardown(() => app.close())
  return { app, errors: () => written.map((line) => JSON.parse(line)).filter(({ level }) => level === 50), text: () => written.join('') }
}

t.test('a failed check is an alert: a line in the log, a count, and no number', async (t) => {
  const { app, errors, text } = await brokenService(t)
  const honest = (await postCase(app, secret)).json()
  breakMethods(t)
  const response = await postCase(app, secret)
  t.equal(response.statusCode, 500)
  t.match(response.json(), { code: 'check-failed' })
  t.notMatch(response.body, '12345.67')
  const [alert, ...others] = errors()
  t.same(others, [])
  t.match(alert, {
    event: 'check-failed',
    requestId: response.headers['x-request-id'],
    caseHash: honest.caseHash,
    model: { method: '1', version: '0.0.0', commit: 'test' },
  })
  const { checks } = alert as { checks: Record<string, string>[] }
  const gap = checks.find(({ line }) => line === 'position.gap')
  t.match(gap, { difference: '12345.67', tolerance: '0' })
  t.equal(
    exactNumber(gap?.left as string)
      .minus(gap?.right as string)
      .toFixed(),
    '12345.67',
    'both values are told',
  )
  // The ids of the case in their order are care, place, fgc, team; the effect's own is the demand's.
  t.ok(
    checks.some(({ line }) => line === 'ladder.demand.#1.costs.#2@2027-28'),
    checks.map(({ line }) => line).join(' '),
  )
  t.notMatch(text(), /secret/i)
  const found = await samples(app)
  t.equal(found.get('cashable_check_failures_total{check="position"}'), 1)
  t.ok((found.get('cashable_check_failures_total{check="ladder"}') as number) >= 1)
  t.equal(found.get('cashable_check_failures_total{check="stock"}'), 0, 'a rise can be seen from nought')
})

t.test('where a folder is given, a bundle shows the failure again', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'bundles-'))
  const { app, errors, text } = await brokenService(t, folder)
  const honest = (await postCase(app, secret)).json()
  breakMethods(t)
  const response = await postCase(app, secret)
  await until(() => errors().some(({ event }) => event === 'bundle-kept'))
  const [file = ''] = readdirSync(folder)
  t.equal(file, `check-failed-${honest.caseHash}-method-1.json`)
  t.equal(statSync(join(folder, file)).mode & 0o777, 0o600, 'it holds a case, and is nobody else’s to read')
  const bundle = JSON.parse(readFileSync(join(folder, file), 'utf8'))
  t.match(bundle, {
    requestId: response.headers['x-request-id'],
    route: '/v1/appraise',
    caseHash: honest.caseHash,
    model,
    node: process.version,
  })
  t.match(
    bundle.checks.find(({ line }: { line: string }) => line === 'position.gap'),
    { difference: '12345.67' },
  )
  t.ok(bundle.checks.some(({ line }: { line: string }) => line === 'ladder.demand.secret-care.costs.place@2027-28'))
  t.notMatch(text(), /secret/i, 'the log names the case by its hash')

  const again = await postCase(app, bundle.case)
  t.equal(again.statusCode, 500)
  t.same(again.json().errors, response.json().errors, 'the case of the bundle fails the same checks')
  t.equal(errors().filter(({ event }) => event === 'check-failed')[1].caseHash, honest.caseHash)
  await new Promise((resolve) => setTimeout(resolve, 100))
  t.equal(readdirSync(folder).length, 1, 'one bundle for a case')
})

t.test('a folder that has gone is told, and the answer is the same', async (t) => {
  const { app, errors } = await brokenService(t, join(tmpdir(), 'no-such-folder-of-bundles'))
  breakMethods(t)
  t.equal((await postCase(app, secret)).statusCode, 500)
  await until(() => errors().some(({ event }) => event === 'bundle-not-kept'))
  t.match(
    errors().find(({ event }) => event === 'bundle-not-kept'),
    { code: 'ENOENT' },
  )
})

t.test('a row of a batch that fails a check is an alert as well', async (t) => {
  const { app, errors, text } = await brokenService(t)
  breakMethods(t)
  const payload = 'id,scenario\r\nsecret-row,minimal\r\n'
  const response = await app.inject({ method: 'POST', url: '/v1/batch', headers: { 'content-type': 'text/csv' }, payload })
  t.match(response.body, 'failed a check of its own')
  t.match(errors(), [{ event: 'check-failed', requestId: response.headers['x-request-id'] }])
  t.notMatch(text(), 'secret-row')
})

t.test('a check that fails on a thread brings its case with it', async (t) => {
  const complete = { demand: [{ id: 'care' }] } as unknown as CompleteCase
  const result = { id: 'stock.demand.care', left: exactNumber('1.25'), right: exactNumber('1'), difference: exactNumber('0.25') }
  const failure = new CheckFailure([{ ...result, tolerance: exactNumber('0'), pass: false }], complete)
  const over = structuredClone(
    await carried(() => {
      throw failure
    }),
  )
  const back = t.throws(() => uncarried(over), { name: 'CheckFailure' }) as unknown as CheckFailure
  t.same(back.complete, complete)
  t.equal(back.failed[0]?.left.toFixed(), '1.25')
})

t.test('ids of a case are left out of the ids of checks', async (t) => {
  const complete = { demand: [{ id: 'care', costs: [{ id: 'place' }] }], interventions: [{ id: 'stock' }] } as unknown as CompleteCase
  t.equal(withoutIds('ladder.demand.care.costs.place@2026-27', complete), 'ladder.demand.#1.costs.#2@2026-27')
  t.equal(withoutIds('stock.demand.care', complete), 'stock.demand.#1', 'the first word is ours, whatever an intervention is called')
  t.equal(withoutIds('choose.stock+care.headline.npv', complete), 'choose.#3+#1.headline.npv')
  t.equal(withoutIds('ladder.demand.care', undefined), 'ladder')
})
