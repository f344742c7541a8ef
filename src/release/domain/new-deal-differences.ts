import type { Model, NewDealLine } from '#schemas/model'
import type { Difference } from '#domain/rules/difference'
import { conditionText, listText } from '#domain/rules/rule-words'

/**
 * In what the lines of `new_deals` differ, told by what they say and not by where they stand: one that is put in moves no
 * other. The first line that fits decides, so the same lines in another order are a difference, too.
 */
export function newDealDifferences(before: Model, after: Model): readonly Difference[] {
  const [was, is] = [before.newDeals, after.newDeals]
  const [gone, fresh] = [without(was, is), without(is, was)]
  const changed = paired(gone, fresh)
  const replaced = new Set(changed.values())
  return [
    ...fresh.map((line) => ofLine({ was: changed.get(line), is: line, no: is.indexOf(line) + 1 })),
    ...gone
      .filter((line) => !replaced.has(line))
      .map((line) => ofLine({ was: line, is: undefined, no: was.indexOf(line) + 1 })),
    ...ofOrder(without(was, gone), without(is, fresh)),
  ]
}

/** The lines that are not among others, by what they say. */
function without(lines: readonly NewDealLine[], others: readonly NewDealLine[]): readonly NewDealLine[] {
  const said = new Set(others.map(textOf))
  return lines.filter((line) => !said.has(textOf(line)))
}

/** Which line a new one was before: the next of those that are gone and lead to the same direction. */
function paired(gone: readonly NewDealLine[], fresh: readonly NewDealLine[]): ReadonlyMap<NewDealLine, NewDealLine> {
  const left = [...gone]
  return new Map(
    fresh.flatMap((line) => {
      const at = left.findIndex(({ pipeline }) => pipeline === line.pipeline)
      return at === -1 ? [] : left.splice(at, 1).map((was) => [line, was] as const)
    }),
  )
}

type Line = { readonly was: NewDealLine | undefined; readonly is: NewDealLine | undefined; readonly no: number }

function ofLine({ was, is, no }: Line): Difference {
  const [from, to] = [partsOf(was), partsOf(is)]
  const codes = { added: 'new-deals-added', removed: 'new-deals-removed', changed: 'new-deals' } as const
  return {
    group: 'newDeals',
    code: codes[was === undefined ? 'added' : is === undefined ? 'removed' : 'changed'],
    key: `new_deals.${no}`,
    names: { no: String(no), pipeline: (is ?? was)?.pipeline ?? '' },
    from: textOrNull(from.filter((part) => !to.includes(part))),
    to: textOrNull(to.filter((part) => !from.includes(part))),
    ...(is === undefined ? {} : { line: is.origin.line }),
  }
}

/** Lines that stay but stand otherwise: each by its number before. */
function ofOrder(was: readonly NewDealLine[], is: readonly NewDealLine[]): readonly Difference[] {
  const before = was.map(textOf)
  const numbered = (line: NewDealLine) => `${before.indexOf(textOf(line)) + 1} ${line.pipeline}`
  const [from, to] = [listText(was.map(numbered)), listText(is.map(numbered))]
  return from === to ? [] : [{ group: 'newDeals', code: 'stages-order', key: 'new_deals', names: {}, from, to }]
}

function textOrNull(parts: readonly string[]): string | null {
  return parts.length === 0 ? null : listText(parts)
}

function textOf(line: NewDealLine): string {
  return partsOf(line).join('\n')
}

function partsOf(line: NewDealLine | undefined): readonly string[] {
  if (line === undefined) return []
  return [
    ...(line.when === undefined ? [] : [`when ${conditionText(line.when)}`]),
    line.pipeline,
    `give_to ${line.giveTo}`,
    line.pick,
    ...(line.otherwise === undefined ? [] : [`otherwise ${line.otherwise}`]),
    ...(line.firstReply === undefined ? [] : [`first_reply ${line.firstReply.text}`]),
  ]
}
