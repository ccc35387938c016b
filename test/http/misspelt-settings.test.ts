import { readFileSync } from 'node:fs'
import t from 'tap'
import { misspeltSettings, settingNames } from '../../src/http/misspelt-settings.ts'
import { start } from './program.ts'

t.test('a setting that is almost one of ours is named, with the one it is like; what is not ours is left alone', async (t) => {
  for (const [name, near] of [
    ['API_KEY_FILE', 'API_KEYS_FILE'],
    ['API_KEYS_FLIE', 'API_KEYS_FILE'],
    ['LIMIT_OPERATION', 'LIMIT_OPERATIONS'],
    ['RATE_LIMITS_PER_MINUTE', 'RATE_LIMIT_PER_MINUTE'],
    ['trust_proxy', 'TRUST_PROXY'],
    ['LOGLEVEL', 'LOG_LEVEL'],
  ] as const)
    t.same(misspeltSettings({ [name]: 'a' }), [`${name} is no setting and is passed over; did you mean ${near}?`])
  const others = {
    PATH: '',
    HOSTNAME: '',
    HOME: '',
    NODE_ENV: '',
    NODE_OPTIONS: '',
    WORKDIR: '',
    KUBERNETES_PORT: '',
    LIMIT: '',
    API_KEY: '',
  }
  t.same(misspeltSettings({ ...others, ...Object.fromEntries(settingNames.map((name) => [name, ''])) }), [])
})

t.test('every setting that the program reads is known', async (t) => {
  const files = ['settings', 'work-settings', 'access/settings', 'access/oidc-settings', 'seeing/seeing-settings']
  const text = files.map((file) => readFileSync(new URL(`../../src/http/${file}.ts`, import.meta.url), 'utf8')).join('\n')
  const read = new Set(text.match(/\b(?:LOG|DRAIN|CHECK|OTEL|API|ALLOW|CORS|HSTS|RATE|TRUST|OIDC|LIMIT|WORK)_[A-Z_]*[A-Z]\b/g))
  t.same([...read].sort(), [...settingNames].sort())
})

t.test('the program says so in its log, and starts', async (t) => {
  const program = await start(t, { API_KEY_FILE: 'keys.jsonl' })
  t.match(program.stderr(), /"level":40,.*"msg":"API_KEY_FILE is no setting and is passed over; did you mean API_KEYS_FILE\?"/)
})
