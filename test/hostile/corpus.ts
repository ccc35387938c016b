import { addresses } from './corpus/addresses.ts'
import { answers } from './corpus/answers.ts'
import { batches } from './corpus/batches.ts'
import { encodings } from './corpus/encodings.ts'
import { keys } from './corpus/keys.ts'
import { numbers } from './corpus/numbers.ts'
import { protocol } from './corpus/protocol.ts'
import { sizes } from './corpus/sizes.ts'
import { uploads } from './corpus/uploads.ts'
import type { Category } from './entry.ts'

/** Everything hostile, by its kind. */
export const corpus: readonly Category[] = [numbers, keys, encodings, addresses, uploads, protocol, answers, batches, sizes]
