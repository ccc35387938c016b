import { testFiles } from './suites.ts'
import { testsInOrder } from './tests-in-order.ts'

/* The tests of how a case is read, the telling ones first. */

await testsInOrder(testFiles['src/case'])
