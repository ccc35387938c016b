import { compiledKernel } from './compiled-kernel.ts'
import type { Kernel } from './kernel.ts'
import { plainKernel } from './plain-kernel.ts'
import type { Program } from './program.ts'

/** The compiled kernel, or the plain one, which gives the same bytes, where the engine cannot run the compiled one. */
export function kernelFor(program: Program, compiled: (program: Program) => Kernel = compiledKernel): Kernel {
  try {
    return compiled(program)
  } catch (error) {
    if (error instanceof Error && ['CompileError', 'LinkError', 'ReferenceError'].includes(error.name)) return plainKernel(program)
    throw error
  }
}
