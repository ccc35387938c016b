import './covered.ts'
import { readdirSync } from 'node:fs'
import { testsInOrder } from './tests-in-order.ts'

/* Every hand-worked test of the method, and the published examples that are quick. */

const byHand = readdirSync(new URL('../method/', import.meta.url))
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => `method/${name.replace('.test.ts', '')}`)
const published = ['green-book', 'conferencing-trial', 'northern-ireland', 'stock-and-flow', 'treasury-deflators', 'wsipp', 'pfi-credits']

await testsInOrder([...byHand, ...published.map((name) => `published/${name}`)])
