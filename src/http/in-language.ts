import type { RefusalCode } from '#domain/kernel/refusal'
import type { Language } from '#schemas/language-names'

type Told = { readonly code?: string | undefined; readonly detail?: string | undefined }

/** Parts of an answer of which some say why they were refused, with these sentences in the language of whoever asks. */
export async function inLanguage<One extends Told>(parts: readonly One[], language: Language): Promise<One[]> {
  if (language === 'en' || parts.every(({ detail }) => detail === undefined)) return [...parts]
  const { sentenceInRussian } = await import('./problem-ru')
  return parts.map((one) => {
    if (one.detail === undefined || one.code === undefined) return one
    return { ...one, detail: sentenceInRussian(one.code as RefusalCode, one.detail) }
  })
}
