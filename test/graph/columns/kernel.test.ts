import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import asc from 'assemblyscript/asc'
import t from 'tap'

const folder = fileURLToPath(new URL('../../../src/graph/columns/simd/', import.meta.url))

t.test('the kernel in the repository is what its source compiles to', async (t) => {
  const out = mkdtempSync(join(tmpdir(), 'kernel-'))
  t.teardown(() => rmSync(out, { recursive: true }))
  const { error, stderr } = await asc.main([
    '--config',
    join(folder, 'asconfig.json'),
    '--baseDir',
    folder,
    '--outFile',
    join(out, 'kernel.wasm'),
  ])
  t.equal(error, null, stderr.toString())
  t.ok(readFileSync(join(out, 'kernel.wasm')).equals(readFileSync(join(folder, 'kernel.wasm'))), 'run npm run kernel after changing it')
})
