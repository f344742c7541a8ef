import { consentFileWords } from '#clients/words/consent-file-words'
import { wordsIn } from '#domain/rules/consent-file'
import type { ConsentKind } from '#schemas/clients/client-rules'
import type { Diagnostic, Model } from '#schemas/model'
import type { Language } from '#schemas/language-names'

/** Every fault of the files that rules name for the words of consents, placed where they name them: none there, or no words. */
export async function checkConsentFiles(
  { consents = {} }: Pick<Model, 'consents'>,
  read: (path: string) => Promise<Uint8Array | undefined>,
  language: Language,
): Promise<readonly Diagnostic[]> {
  const found = await Promise.all(
    Object.values(consents).map(async (kind) => {
      const fault = kind.file === undefined ? undefined : faultOf(kind.file, await read(kind.file), language)
      return fault === undefined ? [] : [diagnosticOf(kind, fault)]
    }),
  )
  return found.flat()
}

type Fault = { readonly message: string; readonly help: string }

function faultOf(path: string, bytes: Uint8Array | undefined, language: Language): Fault | undefined {
  const words = consentFileWords[language]
  if (bytes === undefined) return { message: words.missing(path), help: words.put(path) }
  const read = wordsIn(bytes)
  return 'fault' in read ? { message: words.unfit[read.fault](path), help: words.mend[read.fault] } : undefined
}

function diagnosticOf({ fileAt, origin }: ConsentKind, fault: Fault): Diagnostic {
  const { line, column } = fileAt ?? origin
  return {
    line,
    column,
    endLine: line,
    endColumn: column + 1,
    severity: 'error',
    code: 'consent-text-missing',
    ...fault,
  }
}
