import { reportIn } from '#config/context'
import type { Context } from '#config/context'
import { say } from '#config/messages/say'
import { didYouMeanOf } from '#config/names/did-you-mean'
import { parseNumber } from '#config/values/parse-value'
import { mapOf, scalarOf, scalarsOf } from '#config/yaml/tree'
import type { MapNode, ScalarNode } from '#config/yaml/tree'
import { suggest } from '#domain/deals/suggest'
import { linkKeys, type ClientRules, type LinkKey } from '#schemas/clients/client-rules'

/** Below, strangers are proposed; above, nobody is. */
const scores = { from: 4, to: 30 }
/** More names on one number are not counted. */
const names = { from: 1, to: 7 }

/** Reads what is done of itself where two cards may be one client. */
export function readDuplicates(context: Context, map: MapNode | undefined): Pick<ClientRules, 'duplicates'> {
  if (map === undefined) return {}
  const link = readLink(context, map)
  const from = numberOf(context, scalarIn(mapOf(map, 'propose'), 'from'), { key: 'from', ...scores, example: '6' })
  const shared = numberOf(context, scalarOf(map, 'shared_number'), { key: 'shared_number', ...names, example: '3' })
  return {
    duplicates: {
      ...(link === undefined ? {} : { link }),
      ...(from === undefined ? {} : { proposeFrom: from }),
      ...(shared === undefined ? {} : { sharedNumber: shared }),
    },
  }
}

function readLink(context: Context, map: MapNode): readonly LinkKey[] | undefined {
  const nodes = scalarsOf(map, 'link')
  if (nodes.length === 0) return undefined
  return [...new Set(nodes.flatMap((node) => linkKeyIn(context, node) ?? []))]
}

/** A number or an address alone is what strangers share: with it the name has to agree. */
const tooWide: Readonly<Record<string, LinkKey>> = { phone: 'phone with name', email: 'email with name', name: 'inn' }

function linkKeyIn(context: Context, node: ScalarNode): LinkKey | undefined {
  const text = node.text.trim().replaceAll(/\s+/g, ' ')
  const known = linkKeys.find((one) => one === text)
  if (known !== undefined || text === 'nothing') return known
  const instead = Object.hasOwn(tooWide, text) ? tooWide[text] : undefined
  if (instead === undefined) {
    const words = [...linkKeys, 'nothing']
    const message = say('bad-word', { text, name: 'link', words })
    reportIn(context, node, { code: 'unknown-value', message, ...didYouMeanOf(suggest(text, words), words) })
    return undefined
  }
  const fault = { code: 'duplicates-link-too-wide', message: say('link-too-wide', { text }) } as const
  const fix = text === 'name' ? {} : { fix: { text: instead } }
  reportIn(context, node, { ...fault, help: say('write', { text: instead }), ...fix })
  return undefined
}

function scalarIn(map: MapNode | undefined, key: string): ScalarNode | undefined {
  return map === undefined ? undefined : scalarOf(map, key)
}

type Bounds = { readonly key: string; readonly from: number; readonly to: number; readonly example: string }

function numberOf(context: Context, node: ScalarNode | undefined, bounds: Bounds): number | undefined {
  if (node === undefined) return undefined
  const { key, from, to, example } = bounds
  const number = parseNumber(node.text)
  if (number !== undefined && Number.isInteger(number) && number >= from && number <= to) return number
  const message = say('bad-whole-number', { text: node.text, from, to })
  reportIn(context, node, { code: 'unknown-value', message, help: say('write', { text: `${key}: ${example}` }) })
  return undefined
}
