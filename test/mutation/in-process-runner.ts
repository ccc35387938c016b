import { spawn } from 'node:child_process'
import { basename, join, relative, sep } from 'node:path'
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
import type { RecordedTest } from './recorded-tests.ts'
import type { SharedCase } from './shared-cases.ts'
import { documentSuite, type House, suites, testFiles } from './suites.ts'

/*
 * Runs tests for mutants, within this process where it can: each shared case, worked out by the independent implementation and compared (about 20 ms), and each
 * hand-worked test that touches the mutant. A mutant of what runs once, as a file is loaded, needs a process of its own (seconds), and so does one
 * that tests touch as they are loaded, before any of them runs.
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

/** What was touched as the tests were loaded has an id of its own. */
const loading = 'tests as they are loaded'

/** Something that may notice a mutant. */
interface Judge {
  id: string
  /** The house of the mutants that it judges; those of both where absent. */
  house?: House
  file?: string
  failure: (how: 'from its text' | 'as read before') => string | undefined | Promise<string | undefined>
  milliseconds: number
}

class InProcessRunner implements TestRunner {
  private judges: Judge[] = []
  private failedAtFirst: string[] = []
  /** Set once a mutant has left something behind: a test that no longer passes without one. From then on, processes judge. */
  private isSpoilt = false
  /** The mutants that each judge touches, by its id. */
  private touched: Readonly<Record<string, CoverageData>> = {}

  capabilities(): TestRunnerCapabilities {
    return { reloadEnvironment: true }
  }

  async init(): Promise<void> {
    const own = async (file: string) => await import(pathToFileURL(join(process.cwd(), file)).href)
    const { sharedCases } = (await own('test/mutation/shared-cases.ts')) as { sharedCases: () => SharedCase[] }
    const { sources } = (await own('test/mutation/record.ts')) as { sources: () => string[] }
    const { recordedTests } = (await own('test/mutation/recorded-tests.ts')) as { recordedTests: (file: string) => Promise<RecordedTest[]> }
    for (const source of sources()) await own(source)
    this.judges = sharedCases().map((each) => ({ ...each, milliseconds: 0 }))
    instruments.currentTestId = loading
    for (const [house, files] of Object.entries(testFiles) as [House, readonly string[]][]) {
      for (const file of files)
        this.judges.push(...(await recordedTests(file)).map((test) => ({ ...test, house, milliseconds: 0, failure: () => test.failure() })))
    }
    delete instruments.currentTestId
    for (const judge of this.judges) {
      const start = performance.now()
      instruments.currentTestId = judge.id
      const failure = await judge.failure('from its text')
      judge.milliseconds = performance.now() - start
      if (failure !== undefined) this.failedAtFirst.push(failure)
    }
    delete instruments.currentTestId
    this.touched = instruments.mutantCoverage?.perTest ?? {}
  }

  async dryRun(_options: DryRunOptions): Promise<DryRunResult> {
    const [failure] = this.failedAtFirst
    const tests: TestResult[] = this.judges.map(({ id, milliseconds }) =>
      failure === undefined
        ? { id, name: id, timeSpentMs: milliseconds, status: TestStatus.Success }
        : { id, name: id, timeSpentMs: milliseconds, status: TestStatus.Failed, failureMessage: failure },
    )
    tests.push({ id: loading, name: loading, timeSpentMs: 0, status: TestStatus.Success })
    return { status: DryRunStatus.Complete, tests, mutantCoverage: instruments.mutantCoverage ?? { static: {}, perTest: {} } }
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    const { activeMutant, mutantActivation, sandboxFileName } = options
    const house = relative(process.cwd(), sandboxFileName).split(sep).slice(0, 2).join('/') as House
    const isStatic = mutantActivation === 'static'
    const found = this.isSpoilt ? undefined : await this.judged(options, house)
    if (found !== undefined && found.status !== MutantRunStatus.Survived) return found
    const needsProcess = isStatic || this.isSpoilt || this.touched[loading]?.[activeMutant.id] !== undefined
    if (!needsProcess && found !== undefined) return found
    // The hand-worked tests have said what they have to say of what they touch as they run; a second time would tell nothing of most.
    const isJudged = isStatic && found !== undefined && found.nrOfTests !== 0
    return await inProcesses(options, isJudged ? undefined : house, isStatic)
  }

  /** What the tests within this process say: the file named after the source first, and then the quick ones. */
  private async judged({ activeMutant, sandboxFileName, hitLimit }: MutantRunOptions, house: House): Promise<MutantRunResult> {
    const own = basename(sandboxFileName, '.ts')
    const rank = ({ house: of, file, milliseconds }: Judge) =>
      of === undefined && house === 'src/method' ? -2 : basename(file ?? '') === own ? -1 : milliseconds
    const wanted = this.judges
      .filter((judge) => (judge.house ?? house) === house && this.touched[judge.id]?.[activeMutant.id] !== undefined)
      .sort((one, other) => rank(one) - rank(other))
    const how = house === 'src/case' ? 'from its text' : 'as read before'
    for (const [at, judge] of wanted.entries()) {
      instruments.activeMutant = activeMutant.id
      instruments.hitCount = 0
      if (hitLimit !== undefined) instruments.hitLimit = hitLimit
      const failure = await judge.failure(how)
      const endless = determineHitLimitReached(instruments.hitCount, hitLimit)
      delete instruments.activeMutant
      delete instruments.hitLimit
      if (endless === undefined && failure === undefined) continue
      this.isSpoilt = (await judge.failure(how)) !== undefined
      if (endless) return { status: MutantRunStatus.Timeout, reason: endless.reason ?? 'hit limit' }
      return killed(judge.id, failure ?? '', at + 1)
    }
    return { status: MutantRunStatus.Survived, nrOfTests: wanted.length }
  }
}

/** What the suites say, each in a process of its own. */
async function inProcesses(
  { activeMutant, timeout }: MutantRunOptions,
  house: House | undefined,
  isStatic: boolean,
): Promise<MutantRunResult> {
  const isSchema = /schema/.test(basename(activeMutant.fileName))
  const judging = suites
    .filter(({ house: of }) => of === house || (isStatic && of === 'any'))
    .sort((one, other) => (isSchema ? Number(other.file === documentSuite) - Number(one.file === documentSuite) : 0))
  for (const [at, { id, file }] of judging.entries()) {
    const code = await codeOf(file, { __STRYKER_ACTIVE_MUTANT__: activeMutant.id, MUTANT_FILE: activeMutant.fileName }, timeout)
    if (code === undefined) return { status: MutantRunStatus.Timeout, reason: `${file} did not end` }
    if (code !== 0) return killed(id, `${file} ended with ${code}`, at + 1)
  }
  return { status: MutantRunStatus.Survived, nrOfTests: judging.length }
}

function killed(test: string, failureMessage: string, nrOfTests: number): MutantRunResult {
  return { status: MutantRunStatus.Killed, killedBy: [test], failureMessage, nrOfTests }
}

/** The code that a suite in a process of its own ends with; none where it does not end in time. */
async function codeOf(file: string, env: Record<string, string>, timeout: number): Promise<number | undefined> {
  // A slow machine is no failed test: how long a suite may take is for Stryker to say.
  const child = spawn(process.execPath, [file], { env: { ...process.env, TAP_BAIL: '1', TAP_TIMEOUT: '3600', ...env }, stdio: 'ignore' })
  return await new Promise<number | undefined>((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), timeout)
    child.on('exit', (ended) => {
      clearTimeout(timer)
      resolve(ended ?? undefined)
    })
  })
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)]
