import { InvalidArgumentError, Option } from 'commander'
import type { Asked } from './appraisals.ts'

type Setting = [path: string, value: string]

/** The options of every command that appraises files. */
export interface AppraisingOptions {
  set?: Setting[]
  variant?: string
  variants?: true
  ascii?: true
}

/** --set path=value, once for each value. */
export function setOption(): Option {
  return new Option('--set <path=value>', 'give a value of the case another value; may be repeated').argParser(setting)
}

function setting(text: string, before: Setting[] = []): Setting[] {
  const at = text.indexOf('=')
  if (at < 1) throw new InvalidArgumentError('Write a path, an equals sign and a value: --set interventions.fgc.referrals.perMonth=12')
  const path = text.slice(0, at)
  if (before.some(([known]) => known === path)) throw new InvalidArgumentError(`${path} is set twice; keep one.`)
  return [...before, [path, text.slice(at + 1)]]
}

/** --variant id: one of the variants in place of the central case. */
export function variantOption(): Option {
  return new Option('--variant <id>', "appraise one of the scenario's variants").conflicts('variants')
}

/** --variants: the central case and every variant. */
export function variantsOption(): Option {
  return new Option('--variants', 'appraise the central case and then every variant')
}

/** --ascii: tables in plain characters. */
export function asciiOption(): Option {
  return new Option('--ascii', 'write tables in plain ASCII, as is done where the locale is not UTF-8')
}

/** What the options ask to be appraised of each file. */
export function askedBy({ set = [], variant, variants }: AppraisingOptions): Asked {
  return { overrides: Object.fromEntries(set), variants: variants ? 'all' : variant === undefined ? 'none' : { id: variant } }
}
