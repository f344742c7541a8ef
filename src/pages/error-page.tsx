import { Refusal } from '#domain/kernel/refusal'
import { sentenceIn } from '#domain/kernel/saying'
import { DoorFault } from '#http/door-fault'
import { statusOf } from '#http/problem'
import type { Language } from '#schemas/language-names'

import type { PageView } from './page'
import { problemTexts } from './texts/problems'

/** What an error is at a page: its status, and what the person is told. */
export async function errorPage(
  error: unknown,
  { language, number }: { readonly language: Language; readonly number: string },
): Promise<{ readonly status: number; readonly view: PageView }> {
  const { code, status, worded } = what(error)
  const t = problemTexts[language]
  const kind = status === 404 ? 'missing' : status === 403 ? 'forbidden' : status >= 500 ? 'broken' : 'other'
  const title = t.titles[kind]
  const isRight = code === 'forbidden' && worded?.told?.sayings[0]?.say === 'forbidden.right'
  const said = isRight ? t.noRight : worded === undefined ? t.said[code] : await sentenceIn(language, worded)
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

function what(error: unknown) {
  if (!(error instanceof Refusal) && !(error instanceof DoorFault)) return { code: 'internal', status: 500 } as const
  // A page is asked for by its address: what it names and is not there is not there.
  const status = error.code.endsWith('_unknown') ? 404 : statusOf(error.code)
  return { code: error.code, status, worded: error } as const
}
