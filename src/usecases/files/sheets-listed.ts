import type { Unpacked } from './unpack-zip'

/** A sheet as the directory of a workbook lists it. */
export type ListedSheet = {
  readonly name: string
  readonly isShown: boolean
  /** False for what is a chart, a dialog or macros alone. */
  readonly hasCells: boolean
  /** Whether any cell near its start holds anything. */
  readonly isFilled: boolean
}

/** So many bytes of a sheet are looked at for a cell that holds something. */
const lookedAt = 1024 * 1024
const value = /<(?:\w+:)?(?:v|t)(?:\s[^>]*)?>/

/** Lists the sheets of an unpacked workbook in their order, none of them read as cells; none where its directory is no XML. */
export async function sheetsListed(files: Unpacked): Promise<readonly ListedSheet[]> {
  const path = [...files.keys()].find((name) => /^xl\/workbook\d*\.xml$/i.test(name)) ?? ''
  const [book, relations] = [files.get(path), files.get(path.replace(/[^/]*$/, '_rels/$&.rels'))]
  if (book === undefined || relations === undefined) return []
  try {
    const kept = new Map((await tagsOf(relations, 'Relationship')).map((one) => [one['Id'], one]))
    return (await tagsOf(book, 'sheet')).map(({ name = '', state = 'visible', id }) => {
      const { Type: type = '', Target: target = '' } = kept.get(id) ?? {}
      const sheet = files.get(target.startsWith('/') ? target.slice(1) : `xl/${target}`)
      return {
        name,
        isShown: state === 'visible',
        // Whoever reads cells refuses a sheet of which nothing is said.
        hasCells: type === '' || type.endsWith('/worksheet'),
        isFilled: type.endsWith('/worksheet') && sheet !== undefined && value.test(start(sheet)),
      }
    })
  } catch {
    // What is no XML is refused by whoever reads its cells.
    return []
  }
}

function start(sheet: Uint8Array): string {
  return new TextDecoder().decode(sheet.subarray(0, lookedAt))
}

type Attributes = Readonly<Record<string, string | undefined>>

/** The attributes of each tag of a name, both without their prefixes. */
async function tagsOf(xml: Uint8Array, name: string): Promise<readonly Attributes[]> {
  const { default: sax } = await import('sax')
  const parser = sax.parser(true)
  const found: Attributes[] = []
  parser.onopentag = (tag) => {
    if (bare(tag.name) !== name) return
    found.push(Object.fromEntries(Object.entries(tag.attributes).map(([key, text]) => [bare(key), String(text)])))
  }
  parser.write(new TextDecoder().decode(xml)).close()
  return found
}

function bare(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
