import { readFileSync } from 'node:fs'
import { wordsAnInstruction } from './instruction.ts'
import type { Kernel } from './kernel.ts'
import type { Program } from './program.ts'

/** The little of WebAssembly that is used here; the types of Node leave it to those of browsers. */
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array)
  }
  class Memory {
    constructor(size: { initial: number })
    readonly buffer: ArrayBuffer
  }
  class Instance {
    constructor(module: Module, imports: { env: { memory: Memory } })
    readonly exports: unknown
  }
}

const bytesAPage = 65_536
const bytesANumber = 8

/** The kernel as it was compiled from simd/kernel.ts; throws where the engine cannot run it. */
const compiled = () => new WebAssembly.Module(readFileSync(new URL('./simd/kernel.wasm', import.meta.url)))
let module: WebAssembly.Module | undefined

/** The kernel that works out two numbers at a time, in WebAssembly. Throws CompileError where the engine has no such instructions. */
export function compiledKernel(program: Program): Kernel {
  module ??= compiled()
  const { code, width, columns, singles } = program
  const numbers = columns * width + singles.length
  // The code stands first, then the numbers, on the boundary of a cache line.
  const firstNumber = Math.ceil(code.byteLength / 64) * 64
  const memory = new WebAssembly.Memory({ initial: Math.ceil((firstNumber + numbers * bytesANumber) / bytesAPage) })
  const words = new Int32Array(memory.buffer, 0, code.length)
  for (let word = 0; word < code.length; word++) {
    const place = code[word] as number
    words[word] = word % wordsAnInstruction === 0 ? place : firstNumber + place * bytesANumber
  }
  const values = new Float64Array(memory.buffer, firstNumber, numbers)
  values.set(singles, columns * width)
  const { run } = new WebAssembly.Instance(module, { env: { memory } }).exports as { run: (words: number, width: number) => void }
  return { memory: values, run: () => run(code.length, width * bytesANumber) }
}
