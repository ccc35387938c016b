import { appraiseBench } from './appraise.ts'
import { batchBench } from './batch.ts'
import { growthBench } from './growth.ts'
import { httpBench } from './http.ts'
import { reportBench } from './report.ts'
import { simulateBench } from './simulate.ts'
import { workbookBench } from './workbook.ts'

/*
 * npm run bench: how long an appraisal of the reference case takes, how it grows, what its workbook and its report take, how many rows of a
 * batch are answered a second, how long simulations take, beside NumPy, and what HTTP adds. Everything is measured side by side in one run;
 * quote medians and ratios, for the machine may be shared. Never part of the tests.
 */
for (const bench of [appraiseBench, growthBench, workbookBench, reportBench, batchBench, simulateBench, httpBench])
  await bench((line) => console.log(line))
