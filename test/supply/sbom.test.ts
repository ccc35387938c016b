import t from 'tap'
import { lockedPackages, manifest, nameAt, root } from './lockfile.ts'
import { type Bill, billOfMaterials, repeatable } from './sbom.ts'

const text = billOfMaterials()
const bill = JSON.parse(text) as Bill
const named = (name: string, version: string) => `${name}@${version}`

t.test('the bill of materials has every package of the lockfile, with its hash', async (t) => {
  const locked = [...lockedPackages()].map(([where, { version, integrity }]) => ({ id: named(nameAt(where), version), integrity }))
  t.same(
    [...new Set(bill.components.map(({ name, version }) => named(name, version)))].sort(),
    [...new Set(locked.map(({ id }) => id))].sort(),
  )
  for (const { id, integrity } of locked.filter(({ integrity }) => integrity !== undefined)) {
    const hashes = bill.components.filter(({ name, version }) => named(name, version) === id).flatMap((each) => each.hashes ?? [])
    // The lockfile has hashes in base 64, the bill in base 16.
    const content = Buffer.from(String(integrity).replace('sha512-', ''), 'base64').toString('hex')
    if (!hashes.some((hash) => hash.alg === 'SHA-512' && hash.content === content)) t.fail(`${id} has its hash`)
  }
  t.pass(`${locked.length} hashes compared`)
})

t.test('it is a CycloneDX document whose references lead somewhere', async (t) => {
  t.match(bill, { bomFormat: 'CycloneDX', specVersion: '1.5', version: 1 })
  t.match(bill.serialNumber, /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  const { name, version } = manifest()
  t.match(bill.metadata.component, { name, version, type: 'application', 'bom-ref': named(name, version) })
  const refs = new Set([bill.metadata.component['bom-ref'], ...bill.components.map((each) => each['bom-ref'])])
  for (const component of bill.components) t.match(component.purl, /^pkg:npm\/(%40[^/]+\/)?[^/@]+@[^@]+$/, component.name)
  t.same(
    bill.dependencies.flatMap(({ ref, dependsOn }) => [ref, ...dependsOn]).filter((ref) => !refs.has(ref)),
    [],
  )
})

t.test('it is the same text every time, and says nothing of the machine', async (t) => {
  t.equal(billOfMaterials(), text)
  const elsewhere = { ...bill, serialNumber: 'urn:uuid:another', metadata: { ...bill.metadata, timestamp: '2000-01-01T00:00:00Z' } }
  elsewhere.metadata.component = { ...bill.metadata.component, name: 'the-folder-it-is-in' }
  t.equal(repeatable(elsewhere), text)
  t.notOk(text.includes(root.slice(0, -1)))
  t.notMatch(text, /"timestamp"|file:|git\+|https?:\/\/(?!cyclonedx\.org)/)
})
