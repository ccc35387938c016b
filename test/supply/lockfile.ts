import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The folder of the project. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/** One installed package of the lockfile. */
export interface Locked {
  version: string
  resolved?: string
  integrity?: string
  license?: string
  link?: boolean
  dev?: boolean
  optional?: boolean
  hasInstallScript?: boolean
  os?: string[]
  cpu?: string[]
}

/** What package.json says, as far as the supply chain goes. */
export interface Manifest {
  name: string
  version: string
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
  allowScripts: Record<string, boolean>
}

/** Reads package.json. */
export function manifest(): Manifest {
  return JSON.parse(readFileSync(`${root}package.json`, 'utf8'))
}

/** Every package of the lockfile by where it is installed, without the project itself. */
export function lockedPackages(): Map<string, Locked> {
  const { packages } = JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8')) as { packages: Record<string, Locked> }
  return new Map(Object.entries(packages).filter(([where]) => where !== ''))
}

/** What a package is called that is installed at a place: node_modules/a/node_modules/@b/c is @b/c. */
export function nameAt(where: string): string {
  return where.slice(where.lastIndexOf('node_modules/') + 'node_modules/'.length)
}
