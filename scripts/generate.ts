import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { asked } from './asked'
import { listsFolder, productLists, secondLists } from './product-lists'

type Files = Readonly<Record<string, string>>

const { options } = asked({
  usage: `npm run generate [-- --check]

Writes what is made of the sources: schemas/generated, src/product/lists, docs/keys.md and the like.
  --check   write nothing; tell what differs, and end with 1 if anything does`,
  options: { check: 'flag' },
})
const isCheck = options.check === true

// The lists first: what is made of them cannot be told before they are right.
const lists = productLists()
const areRight = [settled(lists), noStray(lists)].every(Boolean)
if (areRight) settled(await (await import('./generated-files')).generatedFiles())

/** Writes what differs; or, where that is only to be checked, tells it and answers that it is not so. */
function settled(files: Files): boolean {
  const differing = Object.entries(files).filter(
    ([path, text]) => !existsSync(path) || readFileSync(path, 'utf8') !== text,
  )
  for (const [path, text] of differing) {
    if (isCheck) fault(`${path} ${existsSync(path) ? 'differs from what its sources say' : 'is missing'}`)
    else write(path, text)
  }
  return !isCheck || differing.length === 0
}

/** A list whose door is gone would live on unseen. */
function noStray(files: Files): boolean {
  const stray = readdirSync(listsFolder)
    .map((name) => `${listsFolder}/${name}`)
    .filter((path) => !(path in files) && !secondLists.includes(path))
  for (const path of stray) {
    if (isCheck) fault(`${path} is made of nothing any more`)
    else {
      rmSync(join(path))
      console.log(`removed ${path}`)
    }
  }
  return !isCheck || stray.length === 0
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
  console.log(`wrote ${path}`)
}

function fault(what: string): void {
  console.error(`${what}: run npm run generate.`)
  process.exitCode = 1
}
