import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url))
const watch = new URL('./watch.ts', import.meta.url).href

/** Memory in use, in bytes. */
export interface Memory {
  heapUsed: number
  external: number
  rss: number
}

/** The real program, running, and somebody inside who answers how its main thread and its memory are. */
export interface WatchedProgram {
  child: ChildProcess
  port: number
  stderr: () => string
  /** The longest that the main thread was held up since this was last asked, in milliseconds. */
  delay: () => Promise<number>
  /** Memory in use after everything that can be let go of has been. */
  memory: () => Promise<Memory>
  isRunning: () => boolean
}

/** Starts the program as `npm start` does, with a watch inside, and ends it with the test. */
export async function startWatched(t: { teardown: (work: () => unknown) => void }): Promise<WatchedProgram> {
  const child = spawn(process.execPath, ['--expose-gc', '--import', watch, main], {
    env: { PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const end = once(child, 'close')
  t.teardown(async () => {
    child.kill('SIGKILL')
    await end
  })
  const written = { stdout: '', stderr: '' }
  child.stderr?.on('data', (chunk) => (written.stderr += chunk))
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      written.stdout += chunk
      if (written.stdout.includes('\n')) resolve()
    })
    child.once('close', () => reject(new Error(`the program did not start: ${written.stderr}`)))
  })
  const ask = async (question: string) => {
    child.send(question)
    const [answer] = await once(child, 'message')
    return answer
  }
  return {
    child,
    port: Number(/:(\d+)\s*$/.exec(written.stdout)?.[1]),
    stderr: () => written.stderr,
    delay: async () => (await ask('delay')).milliseconds,
    memory: () => ask('memory'),
    isRunning: () => child.exitCode === null && child.signalCode === null,
  }
}
