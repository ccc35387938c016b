import { execFileSync } from 'node:child_process'

/*
 * The oldest engine that the program says it runs on, beside the one that runs the tests. It is not a dependency, because two of one name cannot
 * be: .ci/run fetches it into a folder of its own and says in NODE_22 where its program is.
 */

const program = process.env.NODE_22 ?? ''

/** Why the other engine cannot be tried here; false where it can. Throws an Error where NODE_22 names something else. */
export function noOtherEngine(): string | false {
  if (program === '') return 'SKIPPED: set NODE_22 to a program of Node 22, such as that of `npm install --prefix FOLDER node@22.18.0`'
  const version = execFileSync(program, ['--version'], { encoding: 'utf8' }).trim()
  if (!/^v22\./.test(version)) throw new Error(`NODE_22 is ${program}, which is ${version}, not Node 22`)
  return false
}

/** Where the program of the other engine is. */
export const otherEngine = program
