import { clientSaying, clientSentence } from '#clients/words/client-refusal'
import { inWords } from '#domain/kernel/saying'
import { wordsIn } from '#domain/rules/consent-file'
import type { ConsentKind } from '#schemas/clients/client-rules'
import type { Diagnostic, Model } from '#schemas/model'
import type { Language } from '#schemas/language-names'
import type { Saying } from '#schemas/saying'

/** Every fault of the files that rules name for the words of consents, placed where they name them: none there, or no words. */
export async function checkConsentFiles(
  { consents = {} }: Pick<Model, 'consents'>,
  read: (path: string) => Promise<Uint8Array | undefined>,
  language: Language,
): Promise<readonly Diagnostic[]> {
  const found = await Promise.all(
    Object.values(consents).map(async (kind) => {
      const fault = kind.file === undefined ? undefined : faultOf(kind.file, await read(kind.file))
      return fault === undefined ? [] : [await diagnosticOf(kind, fault, language)]
    }),
  )
  return found.flat()
}

type Fault = { readonly about: Saying; readonly help: Saying }

function faultOf(path: string, bytes: Uint8Array | undefined): Fault | undefined {
  if (bytes === undefined)
    return { about: clientSaying('no_consent_file', { path }), help: clientSaying('put_consent_file', { path }) }
  const words = wordsIn(bytes)
  if (!('fault' in words)) return undefined
  return {
    about: clientSaying('unfit_consent_file', { path, unfit: words.fault }),
    help: clientSaying('mend_consent_file', { unfit: words.fault }),
  }
}

async function diagnosticOf(
  { fileAt, origin }: ConsentKind,
  { about, help }: Fault,
  language: Language,
): Promise<Diagnostic> {
  const { line, column } = fileAt ?? origin
  const [message, mend] = await Promise.all([about, help].map((one) => worded(one, language)))
  return {
    line,
    column,
    endLine: line,
    endColumn: column + 1,
    severity: 'error',
    code: 'consent-text-missing',
    message: message ?? '',
    help: mend ?? '',
  }
}

async function worded(saying: Saying, language: Language): Promise<string> {
  return language === 'en' ? clientSentence(saying) : inWords((await import('#clients/words/ru')).ru, saying)
}
