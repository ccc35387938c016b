import { readFileSync } from 'node:fs'
import t from 'tap'
import { isAllowed } from './licences.ts'
import { lockedPackages, manifest, nameAt, root } from './lockfile.ts'

/* What the program is made of: what it takes from others, that this is the same everywhere, and that each has a reason. */

const { dependencies, devDependencies, allowScripts } = manifest()
const direct = { ...dependencies, ...devDependencies }
const locked = lockedPackages()

t.test('every direct dependency is pinned to one version, and that one is locked', async (t) => {
  for (const [name, version] of Object.entries(direct)) {
    t.match(version, /^[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.-]+)?$/, name)
    t.equal(locked.get(`node_modules/${name}`)?.version, version, `${name} in the lockfile`)
  }
  t.equal(Object.keys(direct).length, Object.keys(dependencies).length + Object.keys(devDependencies).length, 'none is named twice')
})

/**
 * The linter's programs for other kinds of machine, which could not be had where the lockfile was made: npm cannot verify them where it installs
 * them. They are for development alone, and no part of the service.
 */
const unverified = [
  'android-arm64',
  'android-x64',
  'darwin-arm64',
  'darwin-x64',
  'linux-arm64-musl',
  'linux-x64-musl',
  'win32-arm64',
  'win32-x64',
]

t.test('every locked package has a hash, and none comes from elsewhere than the registry', async (t) => {
  t.ok(locked.size > 100, `${locked.size} packages`)
  const without = [...locked].filter(([, { integrity }]) => !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? ''))
  t.same(
    without.map(([where]) => where),
    unverified.map((kind) => `node_modules/@biomejs/cli-${kind}`),
  )
  for (const [where, { dev, optional, os }] of without)
    t.ok(dev && optional && os !== undefined, `${where} is for development on another machine`)
  for (const [where, { resolved, link, version }] of locked) {
    if (resolved !== undefined || link === true || !/^[0-9]+\./.test(version)) t.fail(`${where} comes from ${resolved ?? 'a folder'}`)
  }
  const { lockfileVersion } = JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8'))
  t.equal(lockfileVersion, 3)
})

t.test('no package runs a script of its own when it is installed, but for those allowed', async (t) => {
  const running = [...locked].filter(([, { hasInstallScript }]) => hasInstallScript === true).map(([where]) => nameAt(where))
  t.same(
    running,
    Object.keys(allowScripts).filter((name) => allowScripts[name]),
  )
  t.same(running, ['node'], 'which brings Node to the npm scripts, and is for development alone')
  t.ok(locked.get('node_modules/node')?.dev)
})

/** A package that says its licence in a file alone: read there. */
const licenceInFile: Readonly<Record<string, string>> = { 'jsonc-simple-parser@3.0.0': 'MIT' }

t.test('every package has a licence that lets the program be passed on', async (t) => {
  const of = ([where, { license, version }]: [string, { license?: string; version: string }]) =>
    license ?? licenceInFile[`${nameAt(where)}@${version}`]
  t.same(
    [...locked].filter((each) => !isAllowed(of(each))).map(([where, { license }]) => `${where}: ${license}`),
    [],
  )
  t.ok(isAllowed('(MIT OR GPL-3.0)') && isAllowed('(MIT AND Zlib)'))
  for (const other of ['GPL-3.0', '(MIT AND GPL-3.0)', 'UNLICENSED', 'SEE LICENSE IN LICENSE', undefined])
    t.notOk(isAllowed(other), String(other))
})

t.test('each direct dependency has its line in the README, which says why', async (t) => {
  const readme = readFileSync(`${root}README.md`, 'utf8')
  const rows = [...readme.matchAll(/^\| ([@a-z][^|]*) \| ([^|]+) \|$/gm)].map(([, names = '', why = '']) => ({
    names: names.split(', '),
    why,
  }))
  const told = rows.filter(({ names }) => names.every((name) => Object.hasOwn(direct, name)))
  const names = told.flatMap((row) => row.names)
  t.same([...names].sort(), Object.keys(direct).sort())
  t.equal(new Set(names).size, names.length, 'each once')
  for (const { names, why } of told) t.ok(why.split(' ').length >= 5, `${names} has a reason`)
})
