/** A table of keys in a document: the places it is about, and its rows. */
export type KeyTable = { readonly places: readonly string[]; readonly rows: readonly KeyRow[] }

/** One row: the key, what stands after it, what holds where it is left out (absent for `**required**`), the whole line. */
export type KeyRow = { readonly key: string; readonly isRequired: boolean; readonly line: string }

/** An example: a whole file, or a piece that is put into the document's small file; `code` is the fault it is said to have. */
export type Example = { readonly text: string; readonly isWhole: boolean; readonly code: string | undefined }

/** How a document says where a table belongs, and that a key must be there. */
export type Marks = { readonly place: string; readonly top: string; readonly required: string }

/** Every table of keys of a document, in its order. */
export function keyTablesOf(markdown: string, { place, top, required }: Marks): readonly KeyTable[] {
  return markdown
    .split(`\n**${place}** `)
    .slice(1)
    .map((part) => {
      const [head = '', ...lines] = part.split('\n')
      const places = head === top ? [''] : quoted(head)
      const table = rowsOf(lines)
      return {
        places,
        rows: table.map((line) => ({ ...rowOf(line), isRequired: cells(line)[2] === `**${required}**` })),
      }
    })
}

/** The codes of the last table of a document, which tells what the check can say. */
export function codesOf(markdown: string): readonly string[] {
  const lines = markdown.slice(markdown.lastIndexOf('\n## ')).split('\n')
  return rowsOf(lines).map((line) => quoted(line)[0] ?? '')
}

/** Every example of YAML, in the order of the document. */
export function examplesOf(markdown: string): readonly Example[] {
  return [...markdown.matchAll(/^```yaml(.*)\n([\s\S]*?)^```/gm)].map(([, mark = '', text = '']) => {
    const word = mark.trim()
    return { text, isWhole: word === 'file', code: word === '' || word === 'file' ? undefined : word }
  })
}

/** How deep each heading stands, in order, outside examples. */
export function headingDepths(markdown: string): readonly number[] {
  const text = markdown.replaceAll(/^```[\s\S]*?^```/gm, '')
  return [...text.matchAll(/^(#+) /gm)].map(([, signs = '']) => signs.length)
}

/**
 * A piece put into a whole file: an id under a section takes the place of the same id, a new one is added; a section
 * without ids (`calendar`, `outcomes`, `new_deals`, `plan`) is replaced, one that is not there yet is added.
 */
export function putInto(file: string, piece: string): string {
  const sections = new Map(sectionsOf(file))
  for (const [name, text] of sectionsOf(piece)) {
    const was = sections.get(name)
    sections.set(name, was === undefined || replaced.has(name) ? text : merged(was, text))
  }
  return [...sections.values()].join('')
}

const replaced = new Set(['version', 'calendar', 'outcomes', 'new_deals', 'plan'])

function sectionsOf(text: string): readonly (readonly [string, string])[] {
  return text
    .split(/^(?=[a-z_]+:)/m)
    .filter((section) => section.trim() !== '')
    .map((section) => [/^[a-z_]*/.exec(section)?.[0] ?? '', `${section.trimEnd()}\n`])
}

function merged(was: string, added: string): string {
  const [head = '', ...own] = was.split(/^(?= {2}[a-z])/m)
  const [, ...others] = added.split(/^(?= {2}[a-z])/m)
  const entries = new Map(own.map((entry) => [idOf(entry), entry]))
  for (const entry of others) entries.set(idOf(entry), entry)
  return [head, ...entries.values()].join('')
}

function idOf(entry: string): string {
  return /^ *([a-z0-9_.]+):/.exec(entry)?.[1] ?? entry
}

/** The rows of the first table among the lines, without its head. */
function rowsOf(lines: readonly string[]): readonly string[] {
  const start = lines.findIndex((line) => line.startsWith('| ---'))
  const end = lines.findIndex((line, at) => at > start && !line.startsWith('| '))
  return start < 0 ? [] : lines.slice(start + 1, end < 0 ? undefined : end)
}

function rowOf(line: string): { readonly key: string; readonly line: string } {
  return { key: quoted(cells(line)[0] ?? '')[0] ?? '', line }
}

function cells(line: string): readonly string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())
}

function quoted(text: string): readonly string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word)
}
