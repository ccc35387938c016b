/** The cookie that carries a key for the page, since a browser sends no header of its own accord. */
export const cookieName = 'cashable-key'

/** Addresses at which the cookie counts: the page, what it asks for, and the files of a scenario that it links to; with GET alone but for the page's own. */
const ofPage = /^\/(page\/.*)?$/
const downloads = /^\/v1\/(scenarios\/[^/]+\/appraise\.(xlsx|csv|html|docx)|template\.xlsx)$/

/** Whether a key in the cookie counts for a request. */
export function takesCookie(method: string, path: string): boolean {
  return ofPage.test(path) || (downloads.test(path) && (method === 'GET' || method === 'HEAD'))
}

/** The key in a header of cookies, and the header without it; undefined where nothing else is in it. */
export function keyInCookies(header: string): { key: string | undefined; rest: string | undefined } {
  const parts = header.split(';').map((part) => part.trim())
  const isKey = (part: string) => part.startsWith(`${cookieName}=`)
  const key = parts.find(isKey)?.slice(cookieName.length + 1)
  const rest = parts.filter((part) => part !== '' && !isKey(part)).join('; ')
  return { key: key === '' ? undefined : key, rest: rest === '' ? undefined : rest }
}

/** What sets the cookie for as long as the browser is open, or takes it away where the key is empty. Scripts cannot read it, and no other site sends it. */
export function cookieOf(key: string, overHttps: boolean): string {
  const parts = [
    `${cookieName}=${key}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Strict',
    ...(overHttps ? ['Secure'] : []),
    ...(key === '' ? ['Max-Age=0'] : []),
  ]
  return parts.join('; ')
}
