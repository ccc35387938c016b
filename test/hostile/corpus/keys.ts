import { changedSmallest, mebibyte, smallestWith, times, withKeys } from '../bodies.ts'
import { type Category, type Entry, posted, postedYaml } from '../entry.ts'

const notJson = { status: 400, code: 'not-json' } as const
const notYaml = { status: 400, code: 'not-yaml' } as const
const refused = { status: 422, code: 'not-a-case' } as const

const deep: readonly Entry[] = [
  { name: '100,000 lists inside each other', ...posted('['.repeat(100_000)), ...notJson },
  { name: '100,000 lists, closed again', ...posted(`${'['.repeat(100_000)}${']'.repeat(100_000)}`), ...notJson },
  { name: '100,000 objects inside each other', ...posted('{"a":'.repeat(100_000)), ...notJson },
  { name: '64 lists in a note', ...posted(withKeys(`"x":${'['.repeat(60)}${']'.repeat(60)}`)), ...refused },
  { name: '100,000 YAML lists inside each other', ...postedYaml('['.repeat(100_000)), ...notYaml },
  { name: '3,000 YAML lists by dashes', ...postedYaml('- '.repeat(3000)), ...notYaml },
  { name: '5,000 YAML maps by indentation', ...postedYaml(times(1200, (at) => `${' '.repeat(at)}a:`).join('\n')), ...notYaml },
  { name: '100,000 YAML maps in a line', ...postedYaml('{a: '.repeat(100_000)), ...notYaml },
]

const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__']
const magic: readonly Entry[] = [
  ...names.map((name) => ({
    name: `the key ${name} in JSON`,
    ...posted(withKeys(`${JSON.stringify(name)}:{"polluted":true}`)),
    ...refused,
    at: name,
  })),
  ...names
    .slice(0, 3)
    .map((name) => ({ name: `the key ${name} in YAML`, ...postedYaml(`${name}: {polluted: true}\nstart: 2026-04\n`), ...refused })),
  {
    name: '__proto__ inside a demand',
    ...posted(smallestWith('{"id":"care"', '{"__proto__":{"entriesPerYear":1},"id":"care"')),
    ...refused,
  },
  {
    name: '__proto__ spelt with escapes',
    ...posted(withKeys('"\\u005f\\u005fproto\\u005f\\u005f":{"years":5}')),
    ...refused,
    at: '__proto__',
  },
  { name: '__proto__ as a financial year', ...posted(withKeys('"prices":{"inflation":{"__proto__":0.02}}')), ...refused },
  {
    name: 'constructor as an id',
    ...posted(changedSmallest((copy) => void Object.assign(copy.demand[0] as object, { id: 'constructor' }))),
    ...refused,
  },
  { name: '__proto__ as the id of a demand', ...posted(smallestWith('"id":"care"', '"id":"__proto__"')), ...refused },
  {
    name: 'constructor as an id everywhere',
    ...posted(
      JSON.parse(JSON.stringify(smallestWith('"id":"care"', '"id":"constructor"').replace('"demand":"care"', '"demand":"constructor"'))),
    ),
    status: 200,
    holds: /"constructor":"43\.438080"/,
  },
  {
    name: 'a variant that sets __proto__',
    ...posted(withKeys('"variants":[{"id":"v","set":{"__proto__.x":1,"demand.__proto__.x":2}}]'), '/v1/compare'),
    status: 422,
    code: 'wrong-variant',
  },
]

const twice: readonly Entry[] = [
  { name: 'a key given twice in JSON', ...posted(withKeys('"years":4')), ...notJson },
  { name: 'a key given twice, once with escapes', ...posted(withKeys('"ye\\u0061rs":4')), ...notJson },
  { name: 'a key given twice in YAML', ...postedYaml('start: 2026-04\nstart: 2026-05\n'), ...notYaml },
  {
    name: 'an id given twice',
    ...posted(changedSmallest((copy) => void copy.demand.push(structuredClone(copy.demand[0] as never)))),
    ...refused,
  },
  { name: 'two ids that are one after normalisation', ...posted(smallestWith('"id":"care"', '"id":"caré"')), ...refused },
  { name: 'a key in homoglyphs (Cyrillic а)', ...posted(smallestWith('"start"', '"stаrt"')), ...refused },
  { name: 'a key in full-width letters', ...posted(smallestWith('"years"', '"ｙｅａｒｓ"')), ...refused },
  { name: 'a key with a zero-width joiner', ...posted(smallestWith('"years"', '"ye\u200dars"')), ...refused },
  { name: 'a key with half of a character', ...posted(withKeys('"\\ud800":1')), ...refused },
  { name: 'a demand named in homoglyphs', ...posted(smallestWith('"demand":"care"', '"demand":"cаre"')), ...refused },
]

const anchors = times(9, (at) => `a${at + 1}: &a${at + 1} [${times(9, () => `*a${at}`).join(', ')}]`).join('\n')
const odd: readonly Entry[] = [
  { name: 'an alias bomb', ...postedYaml(`a0: &a0 [x, x, x]\n${anchors}\n`), ...notYaml },
  { name: 'an alias inside what it repeats', ...postedYaml('a: &a [*a]\n'), ...notYaml },
  { name: 'a YAML tag that makes an object', ...postedYaml('start: !!js/function "function(){}"\n'), ...notYaml },
  { name: 'a YAML merge key', ...postedYaml('a: &a {start: 2026-04}\n<<: *a\n'), status: [400, 422], code: ['not-yaml', 'not-a-case'] },
  { name: 'two YAML documents', ...postedYaml('start: 2026-04\n---\nstart: 2026-05\n'), ...notYaml },
  { name: 'a YAML directive of another version', ...postedYaml('%YAML 9.9\n---\nstart: 2026-04\n'), ...notYaml },
  { name: 'a YAML key that is a list', ...postedYaml('? [a, b]\n: 1\n'), ...notYaml },
  { name: 'a YAML year in base sixty', ...postedYaml('start: 2026-04\nyears: 1:30\n'), ...refused },
  { name: 'a list for a case', ...posted('[]'), ...refused },
  { name: 'a number for a case', ...posted('5'), ...refused },
  { name: 'null for a case', ...posted('null'), ...refused },
  { name: 'a case with something after it', ...posted(`${smallestWith('"years":5', '"years":5')} x`), ...notJson },
  { name: 'JSON with a comment', ...posted('{/* */}'), ...notJson },
  {
    name: 'a list of 21 demands',
    ...posted(changedSmallest((copy) => Object.assign(copy, { demand: times(21, (at) => ({ ...copy.demand[0], id: `d${at}` })) }))),
    ...refused,
    at: 'demand',
  },
]

const many: readonly Entry[] = [
  {
    name: '45,000 unknown keys',
    ...posted(() => Buffer.from(withKeys(times(45_000, (at) => `"unknown${at}":${at}`).join(',')))),
    ...refused,
  },
  { name: '60,000 unknown keys in YAML', ...postedYaml(() => Buffer.from(times(60_000, (at) => `u${at}: ${at}`).join('\n'))), ...refused },
  { name: 'a key of a million letters', ...posted(() => Buffer.from(withKeys(`"${'k'.repeat(1_000_000)}":1`))), ...refused },
  { name: 'a list of 300,000 nulls', ...posted(() => Buffer.from(withKeys(`"x":[${'null,'.repeat(200_000)}null]`))), ...refused },
  {
    name: '20,000 demands, all of them wrong',
    ...posted(() => Buffer.from(`{"start":"2026-04","years":5,"demand":[${times(20_000, () => '{"id":"A"}').join(',')}]}`)),
    ...refused,
  },
  {
    name: '100 variants',
    ...posted(
      () =>
        Buffer.from(
          withKeys(`"variants":[${times(100, (at) => `{"id":"v${at}","set":{"interventions.fgc.warmUp.months":${at % 12}}}`).join(',')}]`),
        ),
      '/v1/compare',
    ),
    status: [200, 413, 422],
  },
  {
    name: '101 variants',
    ...posted(withKeys(`"variants":[${times(101, (at) => `{"id":"v${at}"}`).join(',')}]`), '/v1/compare'),
    ...refused,
  },
  {
    name: '20 variants of 400 wrong paths each',
    ...posted(
      () =>
        Buffer.from(
          withKeys(
            `"variants":[${times(20, (at) => `{"id":"v${at}","set":{${times(400, (path) => `"interventions.fgc.wormUp${path}.months":1`).join(',')}}}`).join(',')}]`,
          ),
        ),
      '/v1/compare',
    ),
    status: 422,
    code: 'wrong-variant',
  },
  { name: 'a body one byte above the limit', ...posted(() => Buffer.alloc(mebibyte + 1, ' ')), status: 413, code: 'body-too-large' },
  { name: 'a body of spaces at the limit', ...posted(() => Buffer.alloc(mebibyte, ' ')), ...notJson },
  {
    name: 'a million letters of notes',
    ...posted(() => Buffer.from(withKeys(`"notes":"${'n'.repeat(1_000_000)}"`))),
    ...refused,
    at: 'notes',
  },
]

export const keys: Category = { about: 'depth, keys, repetition, size of bodies', entries: [...deep, ...magic, ...twice, ...odd, ...many] }
