/** The parts of an RFC 6901 JSON pointer, unescaped. */
export function pointerParts(pointer: string): string[] {
  if (pointer === '') return []
  return pointer
    .slice(1)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** A JSON pointer one step further, with the step escaped. */
export function pointerTo(pointer: string, step: string | number): string {
  return `${pointer}/${typeof step === 'number' ? step : step.replaceAll('~', '~0').replaceAll('/', '~1')}`
}

/** The JSON pointer of a list of steps: keys and list positions. */
export function pointerOf(steps: readonly (string | number)[]): string {
  return steps.reduce<string>(pointerTo, '')
}

/** Whether one pointer names the same value as another, or a value inside it. */
export function isWithin(inner: string, outer: string): boolean {
  return inner === outer || (inner.startsWith(outer) && inner[outer.length] === '/')
}

/** The pointer of what holds the value at a pointer. */
export function pointerAbove(pointer: string): string {
  return pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')))
}
