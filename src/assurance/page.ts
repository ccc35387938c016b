import type { ModelVersion } from '../answers/model-version.ts'
import { dataLog } from './data-log.ts'
import { builtIn, decisions, limits } from './logs.ts'
import { escaped, table, whole } from './markup.ts'
import type { MutationResult, Results } from './results.ts'
import { proportion, roles } from './roles.ts'
import { style } from './style.ts'
import { type Theme, themes } from './themes.ts'

const asks: Readonly<Record<Theme['asks'], string>> = {
  verification: 'Verification: is the method worked out as it is written?',
  validation: 'Validation: is it the right method?',
  reproducibility: 'Reproducibility: is the answer the same again?',
  security: 'Security: can the service be trusted with it?',
}

/**
 * The assurance page: what was checked, how, and with what result, with the logs and limits that the government's AQuA Book asks for. `results` are
 * those of the last run of the tests; `running` is the program that serves the page, and `runningHash` its source: the page says where the two differ.
 */
export function assurancePage(results: Results, running: ModelVersion, runningHash: string): string {
  const body = [
    '<h1>Assurance of Cashable</h1>',
    `<p class="lead">What was checked, how, and with what result, for those who commission, make, assure and approve a business case. It follows the government’s <a href="https://www.gov.uk/guidance/the-aqua-book">AQuA Book</a> on producing quality analysis.</p>`,
    standing(results, running, runningHash),
    section('roles', 'Who does what', rolesPart()),
    section('checked', 'What was checked', checked(results)),
    section('limits', 'Limits of use', `<ul>${limits.map((each) => `<li>${escaped(each)}</li>`).join('\n')}</ul>`),
    section('assumptions', 'Assumptions log', assumptionsPart()),
    section(
      'decisions',
      'Decisions log',
      table(
        'Choices that move figures',
        ['Decision', 'Reason'],
        decisions.map(({ decision, reason }) => [decision, reason]),
      ),
    ),
    section('data', 'Data log', dataLog()),
    section('again', 'To get an answer again', again()),
  ]
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Assurance of Cashable</title>
<style>${style}</style>
</head>
<body>
<main>
${body.join('\n')}
</main>
</body>
</html>
`
}

function section(id: string, title: string, content: string): string {
  return `<section class="${id}"><h2 id="${id}">${title}</h2>\n${content}</section>`
}

/** Of what and of when the results are, and whether that is what runs here. */
function standing(results: Results, running: ModelVersion, runningHash: string): string {
  const all = Object.values(results.themes)
  const sum = (key: 'files' | 'tests' | 'comparisons' | 'failed' | 'skipped') => all.reduce((total, each) => total + each[key], 0)
  const [failed, skipped] = [sum('failed'), sum('skipped')]
  const ended = failed === 0 && skipped === 0 ? 'All passed.' : `${whole(failed)} failed and ${whole(skipped)} did not run.`
  const same = results.sourceHash === runningHash
  if (sum('tests') === 0)
    return '<div class="bad"><p><b>No run of the tests is recorded here.</b> What follows says how the program is checked, not that it was.</p></div>'
  const told = same
    ? 'The source that was tested is the source that runs here.'
    : 'The source that runs here is not the source that was tested: these results are of another state of the program. Run the tests again before relying on them.'
  return `<div class="${same && failed === 0 && skipped === 0 ? 'good' : 'bad'}">
<p><b>${whole(sum('tests'))} tests with ${whole(sum('comparisons'))} comparisons. ${ended}</b></p>
<p>Run on ${escaped(results.date)}, commit <code>${escaped(results.commit)}</code>, ${escaped(results.node)}; method ${escaped(results.method)}, figures of ${escaped(results.referenceData)}.</p>
<p>${told} Running: ${escaped(running.name)} ${escaped(running.version)}, method ${escaped(running.method)}, commit <code>${escaped(running.commit)}</code>.</p>
</div>`
}

function rolesPart(): string {
  return `${table(
    'Roles of the AQuA Book',
    ['Role', 'Does', 'With this program'],
    roles.map(({ role, does, here }) => [role, does, here]),
  )}
${table(
  'How much assurance is enough',
  ['The answer is for', 'Do at least this'],
  proportion.map((each) => [each.case, each.do]),
)}`
}

function checked(results: Results): string {
  const kinds = [...new Set(themes.map((theme) => theme.asks))]
  const tables = kinds.map((kind) => {
    const rows = themes
      .filter((theme) => theme.asks === kind)
      .map(({ id, title, how }) => {
        const result = results.themes[id]
        if (result === undefined) return [title, how, 'none', 'none', 'NOT RUN']
        const { tests, comparisons, failed, skipped } = result
        const end = failed > 0 ? `${whole(failed)} FAILED` : skipped > 0 ? `${whole(skipped)} DID NOT RUN` : 'passed'
        return [title, how, whole(tests), whole(comparisons), end]
      })
    return table(asks[kind], ['What', 'How', 'Tests', 'Comparisons', 'Result'], rows, [2, 3])
  })
  const { shared, generated, golden } = results.cases
  const names = results.themes.published?.names ?? []
  const { mutation } = results
  const mutated = mutation === null ? 'No mutation test is on record.' : mutantsInWords(mutation)
  const counted = `<p>The second implementation has answers for ${whole(shared + generated)} cases, ${whole(shared)} of them chosen and ${whole(generated)} random. The figures of ${whole(golden)} cases are kept. ${mutated}</p>`
  const published = `<h3>The published examples</h3>
<ul class="names">${names.map((name) => `<li>${escaped(name)}</li>`).join('\n')}</ul>`
  // Without a run there is nothing to count: 0 cases would be said of a program that has thousands.
  return `${[...tables, ...(Object.keys(results.themes).length === 0 ? [] : [counted, published])].join('\n')}
<p>Besides, every answer checks itself as it is made: each figure in two ways, and every named line by a second reader. <code>checks[]</code> has the sums. An answer that fails one is not given.</p>`
}

function mutantsInWords({ caught, survived, score, files, filesInAll }: MutationResult): string {
  const others = filesInAll - files
  const rest =
    others === 0 ? '' : `; ${others === 1 ? 'one has not been tried as it is' : `${whole(others)} have not been tried as they are`} now`
  return `Of ${whole(caught + survived)} small changes made to the source by a program, the tests noticed ${whole(caught)}: ${score}%. They were made in ${whole(files)} of the ${whole(filesInAll)} files of the method and of the reading of cases${rest}.`
}

function assumptionsPart(): string {
  const rows = builtIn.map(({ assumption, why, change }) => [assumption, why, change])
  return `<p>What a case takes to be so is in its own answer: <code>assumptions[]</code> lists every value with its origin (supplied, default or reference), source and range. What follows is what the method itself takes to be so, in every case.</p>
${table('Assumptions of the method', ['Assumption', 'Why', 'What changes it'], rows)}`
}

function again(): string {
  return `<p>Keep the case file and, of the answer, <code>model</code>, <code>caseHash</code> and <code>resultHash</code>. The same case posted to the same version gives the same bytes; <code>caseHash</code> says that it is the same case, <code>resultHash</code> that they are the same figures. A simulation or a choice names its draws, seed and sampling as well. The version of the method rises when any figure moves, and the changelog says which.</p>`
}
