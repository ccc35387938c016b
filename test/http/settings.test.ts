import t from 'tap'
import { readSettings } from '../../src/http/settings.ts'

t.test('settings that are absent or empty take their defaults, which reach nobody but this machine', async (t) => {
  const defaults = { host: '127.0.0.1', port: 8080, logLevel: 'info', drainSeconds: 0 }
  t.same(readSettings({}), defaults)
  t.same(readSettings({ HOST: '', PORT: '', LOG_LEVEL: '', DRAIN_SECONDS: '' }), defaults)
  t.same(readSettings({ HOST: '::', PORT: '0', LOG_LEVEL: 'silent', DRAIN_SECONDS: '300' }), {
    host: '::',
    port: 0,
    logLevel: 'silent',
    drainSeconds: 300,
  })
})
