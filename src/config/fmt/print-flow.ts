import { CST } from 'yaml'
import type { Shape } from '#config/shape/shape'
import { orderOf, shapeOfValue } from './tokens'

type Flow = CST.FlowCollection
type FlowItem = Flow['items'][number]

/**
 * What stands between brackets: `{ a: 1, b: [c, d] }` on one line; where the author broke it into lines or put remarks
 * in it, the lines stay, without what stands before them.
 */
export function flowText(flow: Flow, shape: Shape | undefined): string {
  const source = CST.stringify({ ...flow, end: flow.end.slice(0, 1) })
  if (source.includes('\n') || source.includes('#') || !isPlain(flow)) {
    return source
      .split('\n')
      .map((line) => line.trim())
      .filter((line, at, all) => line !== '' || at === all.length - 1)
      .join('\n')
  }
  const isMap = flow.start.type === 'flow-map-start'
  const items = flow.items.flatMap((item, at) => (isEmpty(item) ? [] : [{ item, at, key: partOf(item.key) }]))
  const ordered = isMap ? orderOf(items, shape) : items
  const parts = ordered.map(({ item, key }) => itemText(item, key, isMap ? shapeOfValue(shape, key) : undefined))
  if (!isMap) return `[${parts.join(', ')}]`
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`
}

function itemText(item: FlowItem, key: string, shape: Shape | undefined): string {
  const value = item.value === undefined || item.value === null ? '' : valueText(item.value, shape)
  if (item.sep === undefined) return value === '' ? key : value
  return value === '' ? `${key}:` : `${key}: ${value}`
}

function valueText(value: CST.Token, shape: Shape | undefined): string {
  return value.type === 'flow-collection' ? flowText(value, shape) : partOf(value)
}

function partOf(token: CST.Token | null | undefined): string {
  return token !== undefined && token !== null && 'source' in token ? token.source : ''
}

function isEmpty({ key, value, sep }: FlowItem): boolean {
  return (key === undefined || key === null) && (value === undefined || value === null) && sep === undefined
}

/** Whether nothing but plain keys and values stands in it. */
function isPlain(flow: Flow): boolean {
  const isKnown = (tokens: readonly CST.SourceToken[] | undefined): boolean =>
    (tokens ?? []).every(({ type }) => ['space', 'comma', 'map-value-ind', 'newline'].includes(type))
  return flow.items.every(
    ({ start, sep, value }) => isKnown(start) && isKnown(sep) && (value?.type !== 'flow-collection' || isPlain(value)),
  )
}
