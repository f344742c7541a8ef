import { begins } from './key-prefix'
import type { KeyLine } from '#store/key'

import { writtenBy } from './product-lists'

type Places = Readonly<Record<string, readonly KeyLine[]>>

/** The page of all keys: a line for every kind of item, whoever keeps it. */
export function keyPage(places: Places): string {
  const rows = Object.entries(places).flatMap(([place, lines]) =>
    lines.map(({ item, pk, sk, gsi1 = '', gsi2 = '', question, personal = '', told }) =>
      [place, told === true ? `${item} (told)` : item, coded(pk), coded(sk), gsi1, gsi2, question, personal].join(
        ' | ',
      ),
    ),
  )
  return `# Every key of the one table

Written by \`npm run generate\` from the \`keys.ts\` of the core and of every room. What varies stands in braces; what stands
before the first brace belongs to one kind of item alone. What is *told* is published as an event when it is born.

| whose | item | pk | sk | gsi1 (pk, sk) | gsi2 (pk, sk) | the question | personal data of clients |
| --- | --- | --- | --- | --- | --- | --- | --- |
${rows.map((row) => `| ${row} |\n`).join('')}`
}

/** The beginnings of the keys whose items are events, for the relay. */
export function toldPrefixes(places: Places): string {
  const told = Object.values(places)
    .flat()
    .filter((line) => line.told === true)
    .flatMap((line) => begins(line).map(({ pk, sk }) => `  { pk: '${pk.text}', sk: '${sk.text}' },\n`))
  return `${writtenBy}import type { ToldPrefix } from '#events/relay'

/** How the keys of items begin that the relay publishes when they are born. */
export const toldPrefixes: readonly ToldPrefix[] = [\n${[...new Set(told)].join('')}]\n`
}

function coded(key: string): string {
  return `\`${key.replaceAll(', ', '`, `')}\``
}
