import { Refusal, type RefusalCode } from '#domain/kernel/refusal'
import { DoorFault } from '#http/door-fault'
import { statusOf, type DoorCode } from '#http/problem'
import type { Language } from '#schemas/language-names'

import type { PageView } from './page'
import { problemTexts } from './texts/problems'

/** What an error is at a page: its status, and what the person is told. */
export async function errorPage(
  error: unknown,
  { language, number }: { readonly language: Language; readonly number: string },
): Promise<{ readonly status: number; readonly view: PageView }> {
  const { code, status, detail } = what(error)
  const t = problemTexts[language]
  const kind = status === 404 ? 'missing' : status === 403 ? 'forbidden' : status >= 500 ? 'broken' : 'other'
  const title = t.titles[kind]
  const said = detail === undefined ? t.said[code] : await saidIn(language, code, detail)
  const body = (
    <section class="card notice-page">
      <p class="big-number" aria-hidden="true">
        {status}
      </p>
      <h1>{title}</h1>
      <p>{said}</p>
      {status < 500 ? null : (
        <p class="quiet">
          {t.number} <code>{number}</code>
        </p>
      )}
      <p>
        <a class="button" href="/app">
          {t.back}
        </a>
      </p>
    </section>
  )
  return { status, view: { title, body } }
}

/** The sentence of a refusal in the language of the page. What says it in Russian is loaded for who reads it. */
async function saidIn(language: Language, code: RefusalCode | DoorCode, detail: string): Promise<string> {
  return language === 'en' ? detail : (await import('#http/problem-ru')).sentenceInRussian(code, detail)
}

function what(error: unknown) {
  if (!(error instanceof Refusal) && !(error instanceof DoorFault)) return { code: 'internal', status: 500 } as const
  // A page is asked for by its address: what it names and is not there is not there.
  const status = error.code.endsWith('_unknown') ? 404 : statusOf(error.code)
  return { code: error.code, status, detail: error.message } as const
}
