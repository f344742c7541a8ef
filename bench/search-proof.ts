import { systemCaller } from '#domain/kernel/access'
import type { Ports } from '#ports/ports'
import type { WordRecord } from '#schemas/search-names'
import { wordsOfClient } from '#search/domain/words-of'
import { search } from '#search/usecases/search'
import type { WholeClient } from '#schemas/kept-client'

import { short } from './print'

type Asker = Parameters<typeof search>[1]
type Needs = Pick<Ports, 'words' | 'rules'>

/** How many of the words and numbers that were tried came out as a look through everything says. */
export type SearchProof = {
  /** Words whose answer names exactly what a scan finds, by kind and count. */
  readonly exact: number
  /** Words that are too frequent to be counted to the end: what is shown is among what the scan finds, and no more is said. */
  readonly partly: number
  readonly wrong: readonly string[]
  readonly tails: { readonly tried: number; readonly shown: number; readonly told: number }
  readonly numbers: { readonly tried: number; readonly shown: number; readonly toldRight: number }
  readonly renameMs: number
}

const tried = 200

/**
 * Compares searches of somebody who sees their own alone with a look through all records: words, ends of numbers of others,
 * whole numbers of others. Then renames a client among all of them, and says when the new name is found and the old one not.
 */
export async function proveSearch(
  ports: Needs,
  records: readonly WordRecord[],
  { asker, phoneOf }: { readonly asker: Asker; readonly phoneOf: (record: WordRecord) => string },
): Promise<SearchProof> {
  const own = asker.caller.employee ?? ''
  const words = chosenWords(records)
  let [exact, partly] = [0, 0]
  const wrong: string[] = []
  for (const word of words) {
    // oxlint-disable-next-line no-await-in-loop -- one after another, as somebody types
    const { groups } = await search(ports, asker, { q: word, limit: 50 })
    const mine = records.filter(({ owner, words: all }) => owner === own && all.some((one) => one.startsWith(word)))
    const states = groups.map(({ kind, items, count, isAll }) => {
      const fitting = new Set(mine.filter((one) => one.kind === kind).map(({ id }) => id))
      if (!items.every(({ id }) => fitting.has(id)) || count > fitting.size) return 'wrong'
      if (!isAll) return 'partly'
      return count === fitting.size ? 'exact' : 'wrong'
    })
    if (states.includes('wrong')) wrong.push(word)
    else if (states.includes('partly')) partly += 1
    else exact += 1
  }
  const others = records
    .filter(({ owner }) => owner !== own)
    .filter((_, no) => no % 911 === 0)
    .slice(0, tried)
  return {
    exact,
    partly,
    wrong,
    ...(await ofOthers(ports, others, { asker, phoneOf })),
    renameMs: await renamed(ports, records[1]),
  }
}

async function ofOthers(
  ports: Needs,
  others: readonly WordRecord[],
  { asker, phoneOf }: { readonly asker: Asker; readonly phoneOf: (record: WordRecord) => string },
): Promise<Pick<SearchProof, 'tails' | 'numbers'>> {
  const tails = { tried: others.length, shown: 0, told: 0 }
  const numbers = { tried: others.length, shown: 0, toldRight: 0 }
  const shownOf = ({ groups }: Awaited<ReturnType<typeof search>>, id: string): boolean =>
    groups.some(({ items }) => items.some((one) => one.id === id))
  for (const record of others) {
    const phone = phoneOf(record)
    // oxlint-disable-next-line no-await-in-loop -- the same
    const byTail = await search(ports, asker, { q: phone.slice(-4), limit: 50 })
    // oxlint-disable-next-line no-await-in-loop -- the same
    const byNumber = await search(ports, asker, { q: phone })
    tails.shown += shownOf(byTail, record.id) ? 1 : 0
    tails.told += byTail.knownBy.length
    numbers.shown += shownOf(byNumber, record.id) ? 1 : 0
    numbers.toldRight += byNumber.knownBy.includes(record.owner) ? 1 : 0
  }
  return { tails, numbers }
}

/** Words of titles, each once, spread over all records. */
function chosenWords(records: readonly WordRecord[]): readonly string[] {
  const found = new Set<string>()
  for (let no = 0; found.size < tried && no < records.length; no += 1) {
    const words = (records[(no * 7919) % records.length]?.words ?? []).filter((word) => /^\p{L}{3,}$/u.test(word))
    const word = words[no % Math.max(1, words.length)]
    if (word !== undefined) found.add(word)
  }
  return [...found]
}

/** How long it takes, in ms, until a renamed client is found by the new name and not by the old one. */
async function renamed({ words, rules }: Needs, one: WordRecord | undefined): Promise<number> {
  if (one === undefined || one.kind === 'deal') throw new Error('There is no client to rename.')
  const everybody = { caller: systemCaller('system', 'bench'), people: { employees: {}, departments: {} } }
  const client = { id: one.id, kind: one.kind, owner: one.owner, createdAt: one.at, fields: {} }
  const called = (name: string): WordRecord =>
    wordsOfClient({ client: { ...client, name }, personal: { ways: [], lastWay: 0 } } as unknown as WholeClient)
  const isFound = async (q: string): Promise<boolean> => {
    const { groups } = await search({ words, rules }, everybody, { q })
    return groups.some(({ items }) => items.some(({ id }) => id === one.id))
  }
  await words.keep(called('Жирандоль Первая'), (await words.find(one.kind, one.id)) ?? undefined)
  if (!(await isFound('жирандоль'))) throw new Error('The client was not found by its name.')
  const began = performance.now()
  await words.keep(called('Балюстрада Вторая'), await words.find(one.kind, one.id))
  while (!(await isFound('балюстрада')) || (await isFound('жирандоль'))) {
    if (performance.now() - began > 10_000) return Number.POSITIVE_INFINITY
  }
  return performance.now() - began
}

/** Prints what a proof came to. */
export function tellProof({ exact, partly, wrong, tails, numbers, renameMs }: SearchProof): void {
  console.log(
    `\nOf ${exact + partly + wrong.length} words, by who sees their own alone: ${exact} answered as a scan says, ` +
      `${partly} too frequent to be counted to the end and nothing of others in them, ${wrong.length} otherwise` +
      `${wrong.length === 0 ? '' : ` (${wrong.join(', ')})`}.`,
  )
  console.log(
    `Ends of ${tails.tried} numbers of others: ${tails.shown} of them shown, whose it is told ${tails.told} times. ` +
      `The whole numbers: ${numbers.shown} shown, the right owner told ${numbers.toldRight} times.`,
  )
  console.log(`A renamed client was found by its new name alone after ${short(renameMs)} ms.`)
}
