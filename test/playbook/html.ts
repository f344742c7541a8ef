import { parse, parseFragment } from 'parse5'
import type { DefaultTreeAdapterTypes, ParserError } from 'parse5'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

/** HTML as a parser sees it: its elements, its text, and what is wrong with it. */
export type Parsed = {
  readonly elements: readonly Element[]
  readonly text: string
  readonly errors: readonly string[]
}

/** Parses a piece of HTML, or a whole document. */
export function parsed(html: string): Parsed {
  const errors: string[] = []
  const onParseError = (error: ParserError): void => void errors.push(`${error.code} at line ${error.startLine}`)
  const root: Node = html.startsWith('<!doctype')
    ? parse(html, { onParseError })
    : parseFragment(html, { onParseError })
  const nodes = walk(root)
  return {
    elements: nodes.filter((node): node is Element => 'tagName' in node),
    text: textIn(root).replace(/\s+/g, ' '),
    errors,
  }
}

/** The value of an attribute. */
export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value
}

/** The text within an element, as people read it. */
export function textIn(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value
  return 'childNodes' in node ? node.childNodes.map(textIn).join('') : ''
}

/** The text from the element with this id up to the next heading of the same level or the next place. */
export function textFrom(html: string, id: string): string {
  const at = html.indexOf(`id="${id}"`)
  if (at < 0) throw new Error(`There is no place ${id}.`)
  const start = html.lastIndexOf('<', at)
  const rest = html.slice(at)
  const tag = /^<(\w+)/.exec(html.slice(start))?.[1] ?? ''
  const level = /^h(\d)$/.exec(tag)?.[1]
  const end = level === undefined ? rest.indexOf(`</${tag}>`) : rest.search(new RegExp(`<h[1-${level}][ >]`))
  return parsed(html.slice(start, end < 0 ? undefined : at + end)).text
}

function walk(node: Node): readonly Node[] {
  return [node, ...('childNodes' in node ? node.childNodes.flatMap(walk) : [])]
}
