import { testFiles } from './suites.ts'
import { testsInOrder } from './tests-in-order.ts'

/* Every hand-worked test of the method, and the published examples that are quick. */

await testsInOrder(testFiles['src/method'])
