import { documentSaying } from '#documents/words/document-refusal'
import type { ZipFault } from '#domain/files/zip-directory'
import type { Saying } from '#schemas/saying'
import { isZipFault, type Unpacked } from '#usecases/files/unpack-zip'

/** The most bytes a template may have: 5 MB. */
export const mostTemplateBytes = 5 * 1024 * 1024

/** Why bytes are no template: no Word file, one with macros, or one that says what entities are; undefined where they are. */
export function unfitTemplate(path: string, found: Unpacked | ZipFault): Saying | undefined {
  if (isZipFault(found)) return documentSaying('no_docx', { path, why: found.is })
  if (!found.has('word/document.xml')) return documentSaying('no_docx', { path, why: 'no_text' })
  const names = [...found.keys()]
  if (names.some((name) => /vbaProject|vbaData/i.test(name)) || hasMacroType(found))
    return documentSaying('no_docx', { path, why: 'macros' })
  const decoder = new TextDecoder()
  const isXml = (name: string): boolean => name.endsWith('.xml') || name.endsWith('.rels')
  // Entities that a document declares itself could make it a thousand times larger, or read files of ours.
  const declares = [...found].some(
    ([name, bytes]) => isXml(name) && /<!(?:DOCTYPE|ENTITY)/i.test(decoder.decode(bytes)),
  )
  return declares ? documentSaying('no_docx', { path, why: 'entities' }) : undefined
}

function hasMacroType(found: Unpacked): boolean {
  const types = found.get('[Content_Types].xml')
  return types !== undefined && new TextDecoder().decode(types).includes('macroEnabled')
}
