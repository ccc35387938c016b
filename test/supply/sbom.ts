import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { hashOf } from '../../src/answers/appraise.ts'
import { manifest, root } from './lockfile.ts'

/*
 * `npm run sbom`: every package of the lockfile as a bill of materials (CycloneDX 1.5), sbom.json. npm makes it; what differs from run to run and
 * from machine to machine is then made the same: the time is left out, the number is made of the contents, and the program has its own name, where
 * npm takes that of the folder.
 */

/** A bill of materials, as far as it is looked at here. */
export interface Bill {
  bomFormat: string
  specVersion: string
  serialNumber: string
  version: number
  metadata: { timestamp?: string; tools: unknown; component: { name: string; version: string; 'bom-ref': string; type: string } }
  components: {
    name: string
    version: string
    purl: string
    'bom-ref': string
    hashes?: { alg: string; content: string }[]
    licenses?: unknown[]
    externalReferences: { type: string; url: string }[]
  }[]
  dependencies: { ref: string; dependsOn: string[] }[]
}

/** Where the bill of materials is written. It is not committed, for it says nothing that the lockfile does not. */
export const sbomFile = `${root}sbom.json`

/** The bill of materials of the lockfile: the same text for the same lockfile. */
export function billOfMaterials(): string {
  const made = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return repeatable(JSON.parse(made))
}

/** A bill of materials as npm makes it, without what differs from run to run. */
export function repeatable(bill: Bill): string {
  const { timestamp: _, tools: __, ...metadata } = bill.metadata
  // Where a package came from is the matter of the machine that installs it; its hash says which it is.
  const components = bill.components.map((each) => ({
    ...each,
    externalReferences: each.externalReferences.filter(({ type }) => type !== 'distribution'),
  }))
  const { name } = manifest()
  const same = { ...bill, metadata: { ...metadata, component: { ...metadata.component, name, type: 'application' } }, components }
  const hash = hashOf({ ...same, serialNumber: undefined })
  const parts = [hash.slice(0, 8), hash.slice(8, 12), `5${hash.slice(13, 16)}`, `8${hash.slice(17, 20)}`, hash.slice(20, 32)]
  return `${JSON.stringify({ ...same, serialNumber: `urn:uuid:${parts.join('-')}` }, undefined, 2)}\n`
}

if (import.meta.main) {
  writeFileSync(sbomFile, billOfMaterials())
  console.log(`sbom.json: ${JSON.parse(billOfMaterials()).components.length} packages`)
}
