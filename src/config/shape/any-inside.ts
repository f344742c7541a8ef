import { report } from '#config/context'
import type { Sink } from '#config/context'
import { say } from '#config/messages/say'
import type { Entry, MapNode } from '#config/yaml/tree'
import type { Shape } from './shape'

/** Whether this is an “any” where no further one can stand: within an item of one. */
export function isAnyInside(entry: Entry, of: Shape): boolean {
  const items = of.is === 'one_of' && of.list?.is === 'list' ? of.list.of : undefined
  return items?.is === 'value' && entry.value.kind === 'list' && entry.value.items.some(({ kind }) => kind === 'map')
}

/** “any” within an item of “any” is the same as more items: each with the lines beside it. */
export function reportAnyInside(sink: Sink, owner: MapNode, entry: Entry): void {
  const source = (from: number, to: number): string => sink.text.slice(from, to).trim()
  const beside = owner.entries.flatMap(({ key, keyAt, value }) =>
    key === 'any' ? [] : [source(keyAt.start, value.end)],
  )
  const items = entry.value.kind === 'list' ? entry.value.items : []
  const flat = items.flatMap((item) => {
    if (item.kind !== 'map') return []
    const own = item.entries.map(({ keyAt, value }) => source(keyAt.start, value.end))
    return [`{ ${[...beside, ...own].join(', ')} }`]
  })
  report(sink, entry.keyAt, {
    code: 'wrong-kind',
    message: say('any-inside'),
    help: say('write-flat', { items: flat.join(', ') }),
  })
}

/** “any” over lines instead of a list: each line is meant as a condition of its own. */
export function reportAnyOfLines(sink: Sink, entry: Entry): void {
  const lines = entry.value.kind === 'map' ? entry.value.entries : []
  const items = lines.map(({ keyAt, value }) => `{ ${sink.text.slice(keyAt.start, value.end).trim()} }`)
  const text = items.length < 2 ? 'any: [{ … }, { … }]' : `any: [${items.join(', ')}]`
  report(sink, entry.keyAt, { code: 'wrong-kind', message: say('any-needs-list'), help: say('write', { text }) })
}
