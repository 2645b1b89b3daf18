import { benchAll } from './all.ts'
import { benchFormats } from './formats.ts'
import { benchZip } from './zip.ts'

/** Reports beside floors that were measured in the same run: trust the ratios, not the digits. */

await benchFormats()
await benchZip()
await benchAll()
