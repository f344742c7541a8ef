import { genitiveOf, type Decliners } from '#documents/domain/printing/declined'
import { partOf } from '#documents/domain/template/check-template'
import { paragraphsOf } from '#documents/domain/template/paragraphs'
import { tagsIn } from '#documents/domain/template/tags'
import type { KeptDocument } from '#schemas/documents/kept-document'
import type { Printed, WordForm } from '#schemas/documents/printed'
import type { Unpacked } from '#usecases/files/unpack-zip'

/**
 * Adds the genitives that a template asks for: as the card has it, as somebody confirmed it of the same words in an earlier
 * document of the deal, else as a suggestion. What somebody has confirmed is never suggested anew.
 */
export async function withForms(
  printed: Omit<Printed, 'forms'>,
  template: Unpacked,
  {
    before,
    confirmed,
  }: { readonly before: readonly KeptDocument[]; readonly confirmed: Readonly<Record<string, string>> },
): Promise<Printed> {
  const names = [...new Set(declinedIn(template))].filter((name) => (printed.values[name]?.[1] ?? '') !== '')
  if (names.length === 0) return { ...printed, forms: {} }
  const decliners = await decline()
  const forms = names.map((name): [string, WordForm] => {
    const text = String(printed.values[name]?.[1] ?? '')
    const own = confirmed[name]
    if (own !== undefined && own !== '') return [name, { text, form: own, isConfirmed: true }]
    const known = before
      .flatMap((one) => one.printed.forms[name] ?? [])
      .find((one) => one.isConfirmed && one.text === text)
    return [name, known ?? { text, ...genitiveOf(text, decliners) }]
  })
  return { ...printed, forms: Object.fromEntries(forms) }
}

/** The values that a template prints in the genitive. */
function declinedIn(template: Unpacked): readonly string[] {
  const decoder = new TextDecoder()
  const parts = [...template].filter(([name]) => partOf(name) !== undefined)
  return parts
    .flatMap(([, bytes]) => paragraphsOf(decoder.decode(bytes)))
    .flatMap(tagsIn)
    .flatMap((found) => ('tag' in found && found.tag.formats.includes('genitive') ? [found.tag.name] : []))
}

/** Names by one library, which knows family names; posts and charters by another, which knows nouns. */
async function decline(): Promise<Decliners> {
  const [{ default: petrovich }, { default: nouns }] = await Promise.all([
    import('petrovich'),
    import('russian-nouns-js'),
  ])
  const engine = new nouns.Engine()
  return {
    person: ({ order: _order, kept: _kept, ...name }) => ({ ...name, ...petrovich(name, 'genitive') }),
    noun: (word) => {
      const { FEMININE, MASCULINE, NEUTER } = nouns.Gender
      const gender = /(?:[ая]|ость)$/u.test(word) ? FEMININE : /[ое]$/u.test(word) ? NEUTER : MASCULINE
      return engine.decline({ text: word, gender }, nouns.Case.GENITIVE)[0]
    },
  }
}
