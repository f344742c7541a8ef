import { suggest } from '#domain/deals/suggest'
import { paragraphsOf } from './paragraphs'
import { isFor } from './show-value'
import { around, formatNames, tagsIn, type BraceFault, type FoundTag, type Tag } from './tags'
import type { ValueKind } from '#schemas/documents/printed'
import type { Known } from './known'
import { unprintedInDrawing, unprintedInText, type Unprinted } from './unprinted'

/** What is wrong in a template. */
export type TemplateFaultKind =
  | BraceFault
  | 'unclosed_part'
  | 'unopened_end'
  | 'crossed_parts'
  | 'part_place'
  | 'unknown_field'
  | 'unknown_format'
  | 'format_not_for'
  | 'list_as_value'
  | 'never_empty'
  | Unprinted['is']

/** One fault of a template, with where it is found in Word. */
export type TemplateFault = {
  readonly is: TemplateFaultKind
  /** Where it stands: the text itself, the head or the foot of pages, notes, or a chart or diagram. */
  readonly part: 'text' | 'header' | 'footer' | 'notes' | 'drawing'
  readonly paragraph: number
  readonly row?: number
  readonly around: string
  /** What was written: a name, a format. */
  readonly written: string
  /** What was probably meant, or what may be written. */
  readonly near?: string
  readonly known?: readonly string[]
}

/** What a template prints, and whether a part that looks for that very value is around it. */
export type Use = { readonly name: string; readonly isGuarded: boolean; readonly formats: readonly string[] }

export type CheckedTemplate = { readonly faults: readonly TemplateFault[]; readonly uses: readonly Use[] }

/** The parts of a document that hold text of people, by their names in the archive. */
export function partOf(name: string): TemplateFault['part'] | undefined {
  if (name === 'word/document.xml') return 'text'
  if (/^word\/(?:charts\/chart|diagrams\/data)\w*\.xml$/.test(name)) return 'drawing'
  const [, part] = /^word\/(header|footer|footnotes|endnotes|comments)\d*\.xml$/.exec(name) ?? []
  if (part === 'header' || part === 'footer') return part
  return part === undefined ? undefined : 'notes'
}

/** Every fault of a template, in the order of its parts and paragraphs, and what it prints. */
export function checkTemplate(parts: ReadonlyMap<string, string>, known: Known): CheckedTemplate {
  const names = [...parts.keys()].filter((name) => partOf(name) !== undefined).toSorted(textFirst)
  const checked = names.map((name) => checkPart(parts.get(name) ?? '', partOf(name) ?? 'text', known))
  return { faults: checked.flatMap(({ faults }) => faults), uses: checked.flatMap(({ uses }) => uses) }
}

function textFirst(a: string, b: string): number {
  return Number(partOf(b) === 'text') - Number(partOf(a) === 'text') || (a < b ? -1 : 1)
}

type Scope = { readonly found: FoundTag; readonly tag: Tag; readonly items?: ReadonlyMap<string, ValueKind> }

type Checking = {
  readonly part: TemplateFault['part']
  readonly known: Known
  readonly scopes: Scope[]
  readonly faults: TemplateFault[]
  readonly uses: Use[]
}

function checkPart(xml: string, part: TemplateFault['part'], known: Known): CheckedTemplate {
  const checking: Checking = { part, known, scopes: [], faults: [], uses: [] }
  for (const one of part === 'drawing' ? unprintedInDrawing(xml) : unprintedInText(xml))
    fault(checking, one, { is: one.is, written: one.written })
  if (part === 'drawing') return { faults: checking.faults, uses: [] }
  for (const found of paragraphsOf(xml).flatMap(tagsIn)) {
    if ('fault' in found) fault(checking, found, { is: found.fault, written: textOf(found) })
    else if (found.tag.is === 'value') checkValue(checking, found, found.tag)
    else if (found.tag.is === 'end') checkEnd(checking, found, found.tag)
    else checkBeginning(checking, found, found.tag)
  }
  for (const { found, tag } of checking.scopes) fault(checking, found, { is: 'unclosed_part', written: tag.name })
  const faults = checking.faults.toSorted((a, b) => a.paragraph - b.paragraph)
  return { faults, uses: checking.uses }
}

function checkValue(checking: Checking, found: FoundTag, tag: Tag): void {
  const { name, formats } = tag
  const kind = kindOf(checking, name)
  const isGuarded = checking.scopes.some((scope) => scope.tag.is === 'where' && scope.tag.name === name)
  checking.uses.push({ name, isGuarded, formats })
  if (kind === undefined) {
    unknown(checking, found, name)
    return
  }
  for (const format of formats) {
    const one = formatNames.find((known) => known === format)
    if (one === undefined) {
      const near = suggest(format, formatNames)
      fault(checking, found, { is: 'unknown_format', written: format, known: formatNames, ...(near && { near }) })
    } else if (!isFor(one, kind)) fault(checking, found, { is: 'format_not_for', written: `${name}|${one}` })
  }
}

function checkBeginning(checking: Checking, found: FoundTag, tag: Tag): void {
  const { known, scopes } = checking
  const items = tag.is === 'where' ? known.lists.get(tag.name) : undefined
  scopes.push({ found, tag, ...(items === undefined ? {} : { items }) })
  if (tag.formats.length > 0) fault(checking, found, { is: 'odd_tag', written: textOf(found) })
  if (known.lists.has(tag.name)) return
  if (kindOf(checking, tag.name) === undefined) unknown(checking, found, tag.name)
  else if (known.always.has(tag.name)) fault(checking, found, { is: 'never_empty', written: tag.name })
}

function checkEnd(checking: Checking, found: FoundTag, { name }: Tag): void {
  const { scopes } = checking
  const last = scopes.at(-1)
  if (last === undefined || (name !== '' && !scopes.some(({ tag }) => tag.name === name))) {
    fault(checking, found, { is: 'unopened_end', written: name })
    return
  }
  if (name !== '' && last.tag.name !== name) {
    fault(checking, found, { is: 'crossed_parts', written: name, near: last.tag.name })
    scopes.splice(
      scopes.findLastIndex(({ tag }) => tag.name === name),
      1,
    )
    return
  }
  scopes.pop()
  if (!isPlace(last.found, found)) fault(checking, last.found, { is: 'part_place', written: last.tag.name })
}

/** A part begins and ends in one cell, in rows of one table, or outside of tables: what lies between could not be repeated otherwise. */
function isPlace({ paragraph: begin }: FoundTag, { paragraph: end }: FoundTag): boolean {
  return begin.cell === end.cell || (begin.table !== undefined && begin.table === end.table)
}

function kindOf({ known, scopes }: Checking, name: string): ValueKind | undefined {
  for (const { items } of scopes.toReversed()) {
    const kind = items?.get(name)
    if (kind !== undefined) return kind
  }
  return known.values.get(name)
}

function unknown(checking: Checking, found: FoundTag, name: string): void {
  const { known, scopes } = checking
  if (known.lists.has(name)) {
    fault(checking, found, { is: 'list_as_value', written: name })
    return
  }
  const items = [...known.lists].flatMap(([list, fields]) => (fields.has(name) ? [list] : []))
  // What only a list has stands outside of it.
  if (items[0] !== undefined) {
    fault(checking, found, { is: 'unknown_field', written: name, near: `#${items[0]}` })
    return
  }
  const inside = scopes.flatMap((scope) => [...(scope.items?.keys() ?? [])])
  const near = suggest(name, [...inside, ...known.values.keys(), ...known.lists.keys()])
  fault(checking, found, { is: 'unknown_field', written: name, ...(near === undefined ? {} : { near }) })
}

function textOf({ paragraph, from, to }: FoundTag): string {
  return paragraph.text.slice(from, to)
}

function fault(
  { part, faults }: Checking,
  found: Pick<FoundTag, 'paragraph' | 'from' | 'to'>,
  one: Pick<TemplateFault, 'is' | 'written' | 'near' | 'known'>,
): void {
  const { no, row } = found.paragraph
  faults.push({ part, paragraph: no, ...(row === undefined ? {} : { row }), around: around(found), ...one })
}
