import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url))

/** The real program, running. */
export interface Program {
  child: ChildProcess
  /** Where it listens: http://127.0.0.1:40000. */
  address: string
  port: number
  /** All it has written so far. */
  stdout: () => string
  stderr: () => string
  /** Waits for its end, and answers its exit code. */
  ended: () => Promise<number | null>
}

/** Starts the program with these settings and waits until it says that it listens, or has ended without. */
export async function start(
  t: { teardown: (work: () => unknown) => void },
  settings: Record<string, string> = {},
  file = main,
): Promise<Program> {
  const child = spawn(process.execPath, [file], {
    env: { PATH: process.env.PATH, PORT: '0', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const written = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk) => (written.stdout += chunk))
  child.stderr.on('data', (chunk) => (written.stderr += chunk))
  const end = once(child, 'close').then(([code]) => code as number | null)
  t.teardown(async () => {
    child.kill('SIGKILL')
    await end
  })
  const line = new Promise<void>((resolve) => child.stdout.on('data', () => written.stdout.includes('\n') && resolve()))
  await Promise.race([line, end])
  const address = /http:\/\/\S+/.exec(written.stdout)?.[0] ?? ''
  return {
    child,
    address,
    port: Number(address.split(':').at(-1)),
    stdout: () => written.stdout,
    stderr: () => written.stderr,
    ended: () => end,
  }
}

/** A plain connection to the program, and all that has come back on it. */
export async function dial(
  t: { teardown: (work: () => unknown) => void },
  { port }: Program,
): Promise<{ socket: Socket; received: () => string }> {
  const socket = connect(port, '127.0.0.1')
  let text = ''
  socket.on('data', (chunk) => (text += chunk.toString('latin1')))
  socket.on('error', () => {})
  t.teardown(() => socket.destroy())
  await once(socket, 'connect')
  return { socket, received: () => text }
}

/** Waits until something is true; throws after twenty seconds. */
export async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  for (const begun = Date.now(); Date.now() - begun < 20_000; await new Promise((resolve) => setTimeout(resolve, 20)))
    if (await isTrue()) return
  throw new Error('it did not come true in twenty seconds')
}
