import { mkdirSync, writeFileSync } from 'node:fs'

import { english } from './templates/english'
import { russian } from './templates/russian'

// Writes the Word templates that come with the product. What is written is committed: with the same words it is the same bytes.
for (const [folder, files] of [
  ['examples/documents/templates', english],
  ['examples/ru/documents/templates', russian],
] as const) {
  mkdirSync(folder, { recursive: true })
  for (const [name, bytes] of Object.entries(files)) writeFileSync(`${folder}/${name}`, bytes)
}
