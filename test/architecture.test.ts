import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import t from 'tap'

/*
 * The arrow of imports and the house rules that can be read off the files: graph ← method ← answers ← http and cli, case ← answers,
 * formats beside them; nothing points back.
 */

const root = join(import.meta.dirname, '..', 'src')

interface Import {
  from: string
  to: string
  /** Whether only types are taken, which are gone when the program runs. */
  typesOnly: boolean
}

interface Source {
  path: string
  text: string
  imports: readonly Import[]
}

const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .sort()
  .map((path): Source => {
    const text = readFileSync(join(root, path), 'utf8')
    return { path, text, imports: importsOf(path, text) }
  })

/** What a file imports or exports onward: files of ours as paths in src, anything else by its name. */
function importsOf(path: string, text: string): Import[] {
  const imported = text.matchAll(/^import\b(?<what>[^'";]*?)(?:\bfrom )?'(?<where>[^']+)'/gm)
  const onward = text.matchAll(/^export\b(?<what> (?:type )?(?:\*(?: as \w+)?|\{[^}]*\})) from '(?<where>[^']+)'/gm)
  const dynamic = text.matchAll(/\bimport\((?<what>)'(?<where>[^']+)'\)/g)
  return [...imported, ...onward, ...dynamic].flatMap(({ groups }) => {
    const { what = '', where = '' } = groups ?? {}
    const names = /\{(?<list>[^}]*)\}/.exec(what)?.groups?.list
    const allTypes = names?.split(',').every((name) => name.trim() === '' || name.trim().startsWith('type ')) ?? false
    const to = where.startsWith('.') ? normalize(join(dirname(path), where)) : where
    return [{ from: path, to, typesOnly: /^\s*type\b/.test(what) || allTypes }]
  })
}

const house = (path: string) => (path.includes('/') ? (path.split('/')[0] as string) : '')
const ours = (imported: Import) => imported.to.endsWith('.ts') || imported.to.endsWith('.json')
const imports = sources.flatMap((source) => source.imports)

/** Which houses each house may import, besides itself. */
const mayImport: Record<string, (imported: Import) => boolean> = {
  // Keys are made on the command line and checked by the service: neither may import the other, and a key knows nothing of cases.
  keys: () => false,
  graph: () => false,
  reference: () => false,
  case: ({ to }) => house(to) === 'reference',
  method: ({ to, typesOnly }) =>
    house(to) === 'graph' || house(to) === 'reference' || to === 'case/calendar.ts' || (house(to) === 'case' && typesOnly),
  // A format writes what others have worked out: it knows decimals, a graph as cells, what lines and rungs are called, how a path is shortened, and
  // the types of what it writes.
  formats: ({ to, typesOnly }) =>
    ['graph/exact.ts', 'graph/sheet.ts', 'method/lines.ts', 'method/ladder.ts', 'case/calendar.ts', 'case/list-names.ts'].includes(to) ||
    typesOnly,
  uncertainty: ({ to }) => ['graph', 'method', 'case'].includes(house(to)),
  answers: ({ to }) => ['graph', 'method', 'case', 'reference', 'formats', 'uncertainty'].includes(house(to)),
  // Tables are another way to write a case: they know what a case is made of and its rules, and nothing of what is done with it.
  tables: ({ to }) => house(to) === 'case',
  // The assurance page shows the built-in figures and the results of tests; it works nothing out.
  assurance: ({ to, typesOnly }) => house(to) === 'reference' || typesOnly,
  http: ({ to }) => house(to) !== 'cli' && to !== 'main.ts',
  cli: ({ to }) => house(to) !== 'http' && to !== 'main.ts',
  '': () => true,
}

t.test('the walk found the houses', async (t) => {
  const houses = new Set(sources.map(({ path }) => house(path)))
  for (const name of ['graph', 'method', 'case', 'answers', 'formats', 'reference', 'tables']) t.ok(houses.has(name), name)
  for (const name of houses) t.ok(name in mayImport, `the house of ${name} has a rule`)
  t.ok(imports.some(({ from, to }) => from === 'method/book.ts' && to === 'graph/graph.ts'))
  t.ok(imports.some(({ from, to, typesOnly }) => from === 'method/book.ts' && to === 'case/complete.ts' && typesOnly))
  for (const imported of imports.filter(ours)) {
    t.ok(sources.some(({ path }) => path === imported.to) || imported.to.endsWith('.json'), `${imported.from} imports ${imported.to}`)
  }
})

t.test('imports point one way', async (t) => {
  const astray = imports.filter((imported) => {
    if (!ours(imported) || house(imported.from) === house(imported.to)) return false
    return !mayImport[house(imported.from)]?.(imported)
  })
  t.same(
    astray.map(({ from, to }) => `${from} imports ${to}`),
    [],
  )
})

t.test('no file imports itself by way of others', async (t) => {
  const next = new Map(
    sources.map(({ path, imports }) => [path, imports.filter((each) => ours(each) && !each.typesOnly).map(({ to }) => to)]),
  )
  const done = new Set<string>()
  const circles: string[] = []
  const visit = (path: string, trail: readonly string[]) => {
    if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
    if (done.has(path) || trail.includes(path)) return
    for (const to of next.get(path) ?? []) visit(to, [...trail, path])
    done.add(path)
  }
  for (const path of next.keys()) visit(path, [])
  t.same(circles, [])
})

t.test('one file knows decimal.js, and the graph knows nothing else from outside', async (t) => {
  t.same([...new Set(imports.filter(({ to }) => to === 'decimal.js').map(({ from }) => from))], ['graph/exact.ts'])
  const outside = imports.filter((imported) => !ours(imported))
  t.same(
    outside.filter(({ from, to }) => house(from) === 'graph' && to !== 'decimal.js').map(({ from, to }) => `${from} ${to}`),
    ['graph/columns/compiled-kernel.ts node:fs'],
    'but for the file that loads the compiled kernel',
  )
  t.same(
    outside.filter(({ from }) => house(from) === 'method'),
    [],
    'and the method nothing at all',
  )
})

t.test('one file reads workbooks and one writes the template', async (t) => {
  const users = imports.filter(({ from, to }) => house(from) === 'tables' && to.startsWith('hucre')).map(({ from }) => from)
  // The sheet of instructions and the looks of cells are in the library's words, and call nothing of it.
  t.same(users, ['tables/instructions-sheet.ts', 'tables/read-xlsx.ts', 'tables/sheet-looks.ts', 'tables/write-xlsx.ts'])
})

t.test('a file is named after its idea', async (t) => {
  for (const { path } of sources) {
    t.notMatch(path, /(^|\/)(utils?|helpers?|misc|common|lib|tools)(\.|\/|-)/i)
    t.match(relative('.', path), /^([a-z0-9-]+\/)*[a-z0-9-]+\.ts$/, path)
  }
})

t.test('a file is short enough to read', async (t) => {
  const long = sources.filter(({ text }) => text.split('\n').length - 1 > 300)
  t.same(
    long.map(({ path }) => path),
    [],
  )
})

t.test('every exported function says what it is for', async (t) => {
  const exported =
    /^export (?:default )?(?:(?:async )?function\*? ?(?<name>\w+)|const (?<constant>\w+)[^=\n]*= (?:async )?(?:<[^(]*>)?(?:\([^)]*\)|\w+)(?:: [^=]+)? =>)/gm
  const found = sources.flatMap(({ path, text }) =>
    [...text.matchAll(exported)].map(({ index, groups }) => ({
      name: `${path}: ${groups?.name ?? groups?.constant}`,
      said: text.slice(0, index).endsWith('*/\n'),
    })),
  )
  t.ok(found.length > 100, `${found.length} exported functions`)
  t.same(
    found.filter(({ said }) => !said).map(({ name }) => name),
    [],
  )
})
