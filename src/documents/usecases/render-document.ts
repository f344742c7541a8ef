import { partOf } from '#documents/domain/template/check-template'
import { showValue } from '#documents/domain/template/show-value'
import { readTag } from '#documents/domain/template/tags'
import type { Printed, PrintedValue } from '#schemas/documents/printed'
import type { Unpacked } from '#usecases/files/unpack-zip'

/** Files of an archive carry a time: with one and the same, the same document is the same bytes. */
const always = new Date('2000-01-01T00:00:00.000Z')

/**
 * Prints into a template that has been unpacked and checked. A value that is not there prints nothing; a template can ask
 * for values alone, never run anything. A fault of the template that the check did not find throws with all that is wrong.
 */
export async function renderDocument(template: Unpacked, printed: Printed): Promise<Uint8Array> {
  const [{ default: PizZip }, { default: Docxtemplater }] = await Promise.all([
    import('pizzip'),
    import('docxtemplater'),
  ])
  const zip = new PizZip()
  for (const [name, bytes] of template) zip.file(name, plainBraces(name, bytes), { date: always, createFolders: false })
  const document = new Docxtemplater(zip, {
    modules: [endnotesOf([...template.keys()])],
    paragraphLoop: true,
    linebreaks: true,
    errorLogging: false,
    nullGetter: () => '',
    parser: (written) => parserOf(written, printed),
  })
  document.render(scopeOf(printed))
  const done = document.getZip()
  for (const file of Object.values(done.files)) file.date = always
  return done.generate({ type: 'uint8array', compression: 'DEFLATE' })
}

/** Some programs write a brace by its number: the check reads it as one, and so must whoever prints. */
function plainBraces(name: string, bytes: Uint8Array): Uint8Array {
  if (partOf(name) === undefined) return bytes
  const xml = new TextDecoder().decode(bytes)
  if (!braces.test(xml)) return bytes
  return new TextEncoder().encode(xml.replaceAll(/&#(?:0*123|x0*7b);/gi, '{').replaceAll(/&#(?:0*125|x0*7d);/gi, '}'))
}

const braces = /&#(?:0*12[35]|x0*7[bd]);/i

/** The library prints into notes at the foot of pages, and into those at the end when it is told to. */
function endnotesOf(names: readonly string[]) {
  return {
    name: 'Endnotes',
    optionsTransformer: <T>(options: T, library: unknown): T => {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its types leave out what its modules are handed
      const { targets } = library as { readonly targets: string[] }
      targets.push(...names.filter((name) => /^word\/endnotes\d*\.xml$/.test(name)))
      return options
    },
  }
}

type Scope = Readonly<Record<string, PrintedValue | readonly object[]>>

/** Everything that can be asked for, without anything an object brings along by itself. */
function scopeOf({ values, lists }: Printed): Scope {
  const bare = Object.entries(lists).map(([name, items]) => [name, items.map((item) => own(item))] as const)
  return own({ ...values, ...Object.fromEntries(bare) })
}

function own<T extends object>(thing: T): T {
  return Object.assign(Object.create(null), thing) as T
}

type Context = { readonly meta?: { readonly part?: { readonly module?: string } } }

function parserOf(written: string, printed: Printed) {
  const tag = readTag(written)
  return {
    get: (scope: unknown, context: Context = {}): unknown => {
      const found = tag === undefined ? undefined : valueIn(scope, tag.name)
      if (tag === undefined || found === undefined) return undefined
      if (!isValue(found)) return found
      const [, value] = found
      // A part of the template asks whether there is something, everything else for its text.
      if (context.meta?.part?.module === 'loop') return value !== null && value !== '' && value !== false
      return showValue(found, { ...printed, ...tag })
    },
  }
}

function valueIn(scope: unknown, name: string): PrintedValue | readonly object[] | undefined {
  return typeof scope === 'object' && scope !== null && Object.hasOwn(scope, name) ? (scope as Scope)[name] : undefined
}

function isValue(found: PrintedValue | readonly object[]): found is PrintedValue {
  return typeof found[0] === 'string'
}
