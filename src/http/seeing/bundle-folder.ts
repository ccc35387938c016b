import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyBaseLogger } from 'fastify'

/** The folder holds at most this many: the first failures say what is wrong, and a fault must not fill a disk. */
const mostBundles = 100

/** A folder in which failures are kept so that they can be seen again. It holds cases: whoever gives it decides who may read it. */
export class BundleFolder {
  readonly folder: string

  constructor(folder: string) {
    this.folder = folder
  }

  /** Keeps a bundle under the hash of its case, once for each case. What cannot be kept is told in the log, and never thrown. */
  async keep(bundle: { caseHash: string; model: { method: string } }, log: FastifyBaseLogger): Promise<void> {
    const file = `check-failed-${bundle.caseHash}-method-${bundle.model.method.replace(/[^0-9a-z.-]/gi, '_')}.json`
    try {
      const kept = (await readdir(this.folder)).filter((name) => name.startsWith('check-failed-'))
      if (kept.includes(file)) return
      if (kept.length >= mostBundles) {
        log.warn({ event: 'bundle-not-kept', most: mostBundles }, 'the folder of bundles is full')
        return
      }
      await writeFile(join(this.folder, file), `${JSON.stringify(bundle, null, 2)}\n`, { flag: 'wx', mode: 0o600 })
      log.error({ event: 'bundle-kept', file }, 'a bundle that shows the failed check again was kept')
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code !== 'EEXIST') log.error({ event: 'bundle-not-kept', code }, 'a bundle could not be kept')
    }
  }
}
