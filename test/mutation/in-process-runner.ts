import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { CoverageData, MutantCoverage } from '@stryker-mutator/api/core'
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin'
import {
  type DryRunOptions,
  type DryRunResult,
  DryRunStatus,
  determineHitLimitReached,
  type MutantRunOptions,
  type MutantRunResult,
  MutantRunStatus,
  type TestResult,
  type TestRunner,
  type TestRunnerCapabilities,
  TestStatus,
} from '@stryker-mutator/api/test-runner'
import type { SharedCase } from './shared-cases.ts'
import { suites } from './suites.ts'

/*
 * Runs tests for mutants. Two kinds of test: each shared case, worked out by the independent implementation and compared within this process (about 20 ms); and
 * a suite of hand-worked tests, in a process of its own (seconds). Most mutants fall to a case, so that a process is started for few.
 */

interface Instruments {
  activeMutant?: string
  currentTestId?: string
  mutantCoverage?: MutantCoverage
  hitCount?: number
  hitLimit?: number
}
const shared = globalThis as { __stryker__?: Instruments }
shared.__stryker__ ??= {}
const instruments = shared.__stryker__

class InProcessRunner implements TestRunner {
  private cases: readonly SharedCase[] = []

  capabilities(): TestRunnerCapabilities {
    return { reloadEnvironment: true }
  }

  async init(): Promise<void> {
    const { sharedCases } = (await import(pathToFileURL(join(process.cwd(), 'test/mutation/shared-cases.ts')).href)) as {
      sharedCases: () => SharedCase[]
    }
    this.cases = sharedCases()
  }

  async dryRun(_options: DryRunOptions): Promise<DryRunResult> {
    const tests: TestResult[] = []
    for (const each of this.cases) {
      instruments.currentTestId = each.id
      tests.push(timed(each.id, () => each.failure('from its text')))
    }
    delete instruments.currentTestId
    const coverage = instruments.mutantCoverage ?? { static: {}, perTest: {} }
    for (const { id, file } of suites) {
      const start = performance.now()
      const { code, covered, said } = await runSuite(file, {}, undefined)
      const base = { id, name: id, timeSpentMs: performance.now() - start }
      tests.push(
        code === 0
          ? { ...base, status: TestStatus.Success }
          : { ...base, status: TestStatus.Failed, failureMessage: `${file} ended with ${code}: ${said}` },
      )
      if (covered !== undefined) coverage.perTest[id] = covered
    }
    return { status: DryRunStatus.Complete, tests, mutantCoverage: coverage }
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    const { activeMutant, testFilter, mutantActivation, sandboxFileName, hitLimit, timeout } = options
    const wanted = (id: string) => testFilter === undefined || testFilter.includes(id)
    let run = 0
    if (mutantActivation === 'runtime') {
      const how = relative(process.cwd(), sandboxFileName).split(sep).includes('case') ? 'from its text' : 'as read before'
      instruments.activeMutant = activeMutant.id
      instruments.hitCount = 0
      if (hitLimit === undefined) delete instruments.hitLimit
      else instruments.hitLimit = hitLimit
      try {
        for (const each of this.cases.filter(({ id }) => wanted(id))) {
          run++
          const failure = each.failure(how)
          const endless = determineHitLimitReached(instruments.hitCount, hitLimit)
          if (endless) return { status: MutantRunStatus.Timeout, reason: endless.reason ?? 'hit limit' }
          if (failure !== undefined) return killed(each.id, failure, run)
        }
      } finally {
        delete instruments.activeMutant
        delete instruments.hitLimit
      }
    }
    const house = relative(process.cwd(), sandboxFileName).split(sep).slice(0, 2).join('/')
    for (const { id, file, house: of } of suites) {
      const first = mutantActivation === 'static' && of === 'any'
      if (!first && (of !== house || !wanted(id))) continue
      run++
      const { code } = await runSuite(file, { __STRYKER_ACTIVE_MUTANT__: activeMutant.id, MUTANT_FILE: activeMutant.fileName }, timeout)
      if (code === undefined) return { status: MutantRunStatus.Timeout, reason: `${file} did not end` }
      if (code !== 0) return killed(id, `${file} ended with ${code}`, run)
    }
    return { status: MutantRunStatus.Survived, nrOfTests: run }
  }
}

function timed(id: string, failure: () => string | undefined): TestResult {
  const start = performance.now()
  const failureMessage = failure()
  const base = { id, name: id, timeSpentMs: performance.now() - start }
  return failureMessage === undefined ? { ...base, status: TestStatus.Success } : { ...base, status: TestStatus.Failed, failureMessage }
}

function killed(test: string, failureMessage: string, nrOfTests: number): MutantRunResult {
  return { status: MutantRunStatus.Killed, killedBy: [test], failureMessage, nrOfTests }
}

/** Runs a suite in a process of its own; the code it ended with (none where it did not end in time) and the mutants it touched. */
async function runSuite(
  file: string,
  env: Record<string, string>,
  timeout: number | undefined,
): Promise<{ code: number | undefined; covered?: CoverageData; said: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'mutant-'))
  const out = join(folder, 'coverage.json')
  const child = spawn(process.execPath, [file], {
    // A slow machine is no failed test: how long a suite may take is for Stryker to say.
    env: { ...process.env, TAP_BAIL: '1', TAP_TIMEOUT: '3600', ...env, ...(timeout === undefined ? { MUTANT_COVERAGE: out } : {}) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const listen = (chunk: Buffer) => {
    said = `${said}${chunk}`.slice(-4000)
  }
  child.stdout.on('data', listen)
  child.stderr.on('data', listen)
  const code = await new Promise<number | undefined>((resolve) => {
    const timer = timeout === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), timeout)
    child.on('exit', (ended) => {
      clearTimeout(timer)
      resolve(ended ?? undefined)
    })
  })
  try {
    return code === 0 && timeout === undefined
      ? { code, said, covered: JSON.parse(readFileSync(out, 'utf8')) as CoverageData }
      : { code, said }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)]
