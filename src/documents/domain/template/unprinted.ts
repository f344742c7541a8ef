import { plain } from './paragraphs'
import { tagsIn, type FoundTag } from './tags'

/** What nobody prints into, so that it would stand in a document as it stands in the template. */
export type Unprinted = Pick<FoundTag, 'from' | 'to'> & {
  readonly is: 'unprinted' | 'merge_field'
  readonly paragraph: { readonly no: number; readonly text: string }
  readonly written: string
}

/** Names in a chart or a diagram: in its titles and signs, and in what is kept of its data. */
export function unprintedInDrawing(xml: string): readonly Unprinted[] {
  const texts = Array.from(xml.matchAll(/<a:p[\s>].*?<\/a:p>|<c:v>[^<]*<\/c:v>/gs), ([piece]) => textOf(piece))
  return texts.flatMap((text, at) => namesIn(at + 1, text))
}

/** Names in a sign behind the text, and fields of a mail merge, which Word fills and we do not. */
export function unprintedInText(xml: string): readonly Unprinted[] {
  if (!/MERGEFIELD|<v:textpath/.test(xml)) return []
  const [, ...paragraphs] = xml.split(/<w:p(?=[\s>])/)
  return paragraphs.flatMap((paragraph, at) => [
    ...fieldsIn(at + 1, paragraph),
    ...Array.from(paragraph.matchAll(/<v:textpath\b[^>]*\bstring="([^"]*)"/g), ([, text = '']) =>
      namesIn(at + 1, plain(text)),
    ).flat(),
  ])
}

function namesIn(no: number, text: string): readonly Unprinted[] {
  const paragraph = { no, text }
  return tagsIn(paragraph).flatMap((found) => {
    const { from, to } = found
    return 'tag' in found ? [{ is: 'unprinted' as const, paragraph, from, to, written: text.slice(from, to) }] : []
  })
}

function fieldsIn(no: number, paragraph: string): readonly Unprinted[] {
  const simple = Array.from(paragraph.matchAll(/<w:fldSimple\b[^>]*\bw:instr="([^"]*)"/g), ([, said = '']) => said)
  const complex = Array.from(paragraph.matchAll(/<w:instrText\b[^>]*>([^<]*)</g), ([, said = '']) => said).join('')
  return [...simple, complex].flatMap((said) =>
    Array.from(plain(said).matchAll(/MERGEFIELD\s+(?:"([^"]+)"|([^\s"\\]+))/g), ([, quoted, bare = '']) => {
      const text = `MERGEFIELD ${quoted ?? bare}`
      return { is: 'merge_field' as const, paragraph: { no, text }, from: 0, to: text.length, written: quoted ?? bare }
    }),
  )
}

/** The text of a piece of a drawing, which may be cut into runs. */
function textOf(piece: string): string {
  return plain(Array.from(piece.matchAll(/<(?:a:t|c:v)>([^<]*)</g), ([, text = '']) => text).join(''))
}
