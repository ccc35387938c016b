import './covered.ts'
import { testsInOrder } from './tests-in-order.ts'

/* The tests of how a case is read, the telling ones first; `every-number` takes longer than all of them together and says nothing they do not. */

await testsInOrder(
  [
    'rules',
    'schema',
    'defaults',
    'register',
    'overrides',
    'scenario',
    'paths',
    'short-paths',
    'accepted',
    'csv-records',
    'second-reading',
    'read-json',
    'read-yaml',
  ].map((name) => `case/${name}`),
)
