import type { Command } from 'commander'
import type { NewKeyOptions } from './key-new.ts'

const examples = `
Examples:
  cashable key new --name finance --scopes appraise,simulate,upload
  cashable key new --name power-query --expires 2027-03-31 --per-day 5000`

/** Adds the command that makes keys for callers of the service. */
export function addKey(program: Command, finish: (exitCode: number) => void): void {
  const key = program.command('key').summary('keys for callers of the service').description('Makes keys for callers of the service.')
  key
    .command('new')
    .summary('make a key')
    .description('Makes a key. Prints it once, and the line for the file that API_KEYS_FILE names, which holds only its hash.')
    .requiredOption('--name <name>', 'who is to call with it: finance')
    .option('--scopes <words>', 'what it may do, with commas between: appraise, simulate, upload, metrics', 'appraise')
    .option('--expires <day>', 'the last day on which it is taken, in UTC: 2027-03-31')
    .option('--per-day <requests>', 'how many requests it may make in a day')
    .addHelpText('after', examples)
    .action(async (options: NewKeyOptions, command: Command) => {
      const { newKeyText } = await import('./key-new.ts')
      const made = newKeyText(options)
      if ('fault' in made) command.error(`error: ${made.fault}`)
      else process.stdout.write(made.text)
      finish(0)
    })
}
