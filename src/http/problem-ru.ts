import type { RefusalCode } from '#domain/kernel/refusal'
import { pairedSentence, type SentencePair } from '#domain/kernel/texts/sentence-pairs'
import { enBuiltIn } from '#playbook/words/en-grammar'
import { ruBuiltIn } from '#playbook/words/ru-grammar'

import type { DoorCode } from './door-codes'
import { codeSentencesRu } from './sentences-ru'
import { dealSentencesRu } from './sentences-ru-deals'
import { requestSentencesRu } from './sentences-ru-requests'
import { titlesRu } from './titles-ru'

type Code = RefusalCode | DoorCode

/** The body of a problem, as far as somebody reads it. */
export type ProblemBody = {
  readonly code: Code
  readonly title?: string
  readonly detail: string
  readonly errors?: readonly { readonly detail: string }[]
  readonly known?: readonly string[]
  readonly faults?: readonly string[]
}

/** A problem with its sentences in Russian; everything that programs read stays as it is. */
export function problemInRussian<Body extends ProblemBody>(problem: Body): Body {
  const { code, detail, errors, faults, known } = problem
  // What is faulty in a body or a query is said in the language of whoever asks to begin with.
  const title = problem.title === undefined ? {} : { title: titlesRu[code] }
  if (code === 'invalid_input') return { ...problem, ...title }
  const said = (text: string): string => sentenceInRussian(code, text, known)
  const translated = errors?.map((one) => ({ ...one, detail: said(one.detail) }))
  const whole = translated?.map((one) => one.detail).join(' ') ?? said(detail)
  return {
    ...problem,
    ...title,
    detail: whole,
    ...(translated === undefined ? {} : { errors: translated }),
    ...(faults === undefined ? {} : { faults: faults.map(said) }),
  }
}

/** A sentence of a refusal in Russian: with what it names where that sentence is known, else that of the code. */
export function sentenceInRussian(code: Code, text: string, known?: readonly string[]): string {
  const nothingSet = ' Nothing was set.'
  if (text.endsWith(nothingSet)) {
    return `${sentenceInRussian(code, text.slice(0, -nothingSet.length), known)} Ничего не поставлено.`
  }
  const said = sayingOf(code, text, known) ?? codeSentencesRu[code]
  return code === 'field_value' ? withLabels(said) : said
}

/** What every deal has is called as on the pages: the file cannot name it. */
function withLabels(said: string): string {
  return Object.entries(enBuiltIn.fields).reduce(
    (text, [id, name]) => text.replaceAll(`«${name}»`, `«${ruBuiltIn.fields[id] ?? name}»`),
    said,
  )
}

/** The Russian of a sentence that the catalogue knows. */
export function sayingOf(code: Code, text: string, known: readonly string[] = []): string | undefined {
  const pairs: readonly SentencePair[] = [...(dealSentencesRu[code] ?? []), ...(requestSentencesRu[code] ?? [])]
  return pairedSentence(pairs, text, known)
}

/** A sentence that was kept without its code, in Russian where the catalogue knows it, else as it is. */
export function keptSentenceInRussian(text: string): string {
  const codes = Object.keys(codeSentencesRu) as readonly Code[]
  for (const code of codes) {
    const said = sayingOf(code, text)
    if (said !== undefined) return said
  }
  return text
}
