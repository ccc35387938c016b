/** A kind of check: what it asks, how, and which tests make it. */
export interface Theme {
  id: string
  title: string
  /** Verification asks whether the method is worked out right; validation, whether it is the right method; security, whether the service can be trusted with it. */
  asks: 'verification' | 'validation' | 'reproducibility' | 'security'
  how: string
  /** The tests: paths, or beginnings of paths, under test/. The first theme that has a test's path takes it. */
  tests: readonly string[]
}

/** Every theme, in the order of the page. A test whose path none of them has is among the last, so that none is lost. */
export const themes: readonly Theme[] = [
  {
    id: 'published',
    title: 'Published examples reproduced',
    asks: 'validation',
    how: 'Figures that others have published, with their inputs, are worked out by the method and must come out as published.',
    tests: ['published/'],
  },
  {
    id: 'independent',
    title: 'A second implementation',
    asks: 'verification',
    how: 'The method was written a second time, from its description alone, in another language and with more digits. Both answer the same cases, and money must agree to the penny.',
    tests: ['http/cases.test.ts'],
  },
  {
    id: 'method',
    title: 'The method, part by part',
    asks: 'verification',
    how: 'Each part of the method, on small cases whose figures are worked out by hand beside the test.',
    tests: ['method/'],
  },
  {
    id: 'properties',
    title: 'What must hold for every case',
    asks: 'verification',
    how: 'Laws that no case may break, such as rungs that add up to gross, or an intervention with no effect that avoids nothing, tried on random cases. One that fails is made as small as it can be.',
    tests: ['properties/'],
  },
  {
    id: 'seeded',
    title: 'Errors put in on purpose',
    asks: 'verification',
    how: 'Mistakes that modellers make, such as a year too late, a percentage for a fraction or a saving counted twice, are put in one by one. Each must be noticed.',
    tests: ['seeded', 'mutation'],
  },
  {
    id: 'office',
    title: 'Recalculated by LibreOffice',
    asks: 'verification',
    how: 'The workbook is opened and recalculated by a spreadsheet program that knows nothing of ours, and its figures are held against the answer; formulas in the guide for spreadsheets are run as they stand.',
    tests: ['libreoffice/', 'spreadsheets/', 'tables/libreoffice', 'http/cells'],
  },
  {
    id: 'explained',
    title: 'Explanations worked out again',
    asks: 'verification',
    how: 'The formula in figures that explains a line is read as plain arithmetic and must give that line’s value.',
    tests: ['answers/explain', 'http/explain', 'cli/explain'],
  },
  {
    id: 'readers',
    title: 'One formula, several readers',
    asks: 'verification',
    how: 'The exact reader, the fast reader of draws, the slopes and the spreadsheet formulas all read one graph. Each is held against the exact one at every named line.',
    tests: ['graph/'],
  },
  {
    id: 'uncertainty',
    title: 'Draws against exact figures',
    asks: 'verification',
    how: 'Distributions, correlations, quantiles and shares of variance against values known from formulas or from other programs.',
    tests: ['uncertainty/', 'answers/simulate', 'http/simulate', 'cli/simulate'],
  },
  {
    id: 'input',
    title: 'What comes in',
    asks: 'verification',
    how: 'Cases in JSON, YAML, workbooks and CSV are read as written. What is not a legal case is refused with where, what was got, and what was expected; nothing is guessed.',
    tests: ['case/', 'tables/', 'scenarios/', 'reference/'],
  },
  {
    id: 'answers',
    title: 'Questions and their forms',
    asks: 'verification',
    how: 'Sensitivity, break-even, comparison and choice against worked examples and against trying all there is; tables, pages and files against the answer they show.',
    tests: ['answers/', 'formats/', 'cli/'],
  },
  {
    id: 'reproducible',
    title: 'The same answer again',
    asks: 'reproducibility',
    how: 'The figures of every scenario, variant and shared case are kept for each version of the method and may not move within it. Every kind of answer has the same bytes on Node 22 and Node 24.',
    tests: ['golden/', 'engines/'],
  },
  {
    id: 'hostile',
    title: 'Hostile and broken input, and faults',
    asks: 'security',
    how: 'Bodies and requests made to harm, random ones made from the service’s own description, limits, and parts that fail: nothing may crash, hang or answer wrongly.',
    tests: ['hostile/', 'fuzz/', 'http/limit-settings', 'http/connection', 'http/long-work', 'http/turns', 'http/catch-up'],
  },
  {
    id: 'access',
    title: 'Who may call, and what is seen of it',
    asks: 'security',
    how: 'Keys, tokens, scopes and quotas, and that logs and measurements say nothing of a case.',
    tests: ['http/access/', 'http/seeing/', 'http/logs', 'keys/'],
  },
  {
    id: 'service',
    title: 'The service and its description',
    asks: 'verification',
    how: 'Each route answers as its OpenAPI document says, generated clients compile and work, and no change breaks callers unless the version says so.',
    tests: ['http/', 'openapi/', 'docker/'],
  },
  {
    id: 'supply',
    title: 'What it is made of',
    asks: 'security',
    how: 'Exact versions, hashes, licences and install scripts of what is taken from others; which part of the source may use which.',
    tests: ['supply/', 'assurance/', ''],
  },
]

/** The theme that a test belongs to, by its path under test/. */
export function themeOf(path: string): Theme {
  return themes.find(({ tests }) => tests.some((each) => path.startsWith(each))) as Theme
}
