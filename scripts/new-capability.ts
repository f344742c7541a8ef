import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { asked } from './asked'
import { roomFiles } from './room-files'

const { words } = asked({
  usage: `npm run new-capability NAME

Makes a room with one whole capability in it, src/NAME: small letters, words joined by dashes, such as call-backs.
docs/adding-a-capability.md goes through it.`,
  words: (all) => (all.length > 1 ? 'A room has one name: join its words by dashes.' : undefined),
})
const [name = ''] = words

if (!/^[a-z]+(?:-[a-z]+)*$/.test(name)) {
  stop(
    `“${name}” is no name of a room: write small letters, words joined by dashes, such as npm run new-capability call-backs`,
  )
} else if (existsSync(join('src', name))) {
  stop(`src/${name} is there already: take another name, or add to what is there (docs/adding-a-capability.md).`)
} else {
  for (const [path, text] of Object.entries(roomFiles(name))) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
    console.log(`wrote ${path}`)
  }
  console.log('\nNow: npm run generate, npx oxfmt, npm run types. docs/adding-a-capability.md says what comes next.')
}

function stop(why: string): void {
  console.error(why)
  process.exitCode = 2
}
