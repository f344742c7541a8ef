import { reportIn } from '#config/context'
import type { Context } from '#config/context'
import { say } from '#config/messages/say'
import { resolveName } from '#config/names/resolve-name'
import { parseNumber } from '#config/values/parse-value'
import { itemsOf, scalarOf, scalarsOf } from '#config/yaml/tree'
import type { MapNode } from '#config/yaml/tree'
import type { ClientRules, ReadingLine } from '#schemas/clients/client-rules'

/** More in a day is no budget any more. */
const mostADay = 100_000

/** Reads how much of other people’s clients may be read, and who is told of more. */
export function readReading(context: Context, map: MapNode | undefined): Pick<ClientRules, 'reading'> {
  if (map === undefined) return {}
  const budgets = itemsOf(map, 'budgets').flatMap((item) => (item.kind === 'map' ? [lineOf(context, item)] : []))
  const alarm = scalarsOf(map, 'alarm').flatMap((node) => resolveName(context, node, 'role', ['owner_manager']) ?? [])
  return { reading: { budgets, alarm: [...new Set(alarm)] } }
}

function lineOf(context: Context, map: MapNode): ReadingLine {
  const named = scalarOf(map, 'who')
  const who = named === undefined ? undefined : resolveName(context, named, 'role', ['owner_manager'])
  const counts = counted.flatMap((key) => {
    const count = numberOf(context, map, key)
    return count === undefined ? [] : [[key, count] as const]
  })
  return { ...(who === undefined ? {} : { who }), ...Object.fromEntries(counts) }
}

const counted = ['cards', 'reveals', 'rows', 'searches'] as const

function numberOf(context: Context, map: MapNode, key: (typeof counted)[number]): number | undefined {
  const node = scalarOf(map, key)
  if (node === undefined) return undefined
  const number = parseNumber(node.text)
  if (number !== undefined && Number.isInteger(number) && number >= 1 && number <= mostADay) return number
  const message = say('bad-budget', { text: node.text })
  reportIn(context, node, { code: 'unknown-value', message, help: say('write', { text: `${key}: 120` }) })
  return undefined
}
