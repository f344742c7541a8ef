import type { Context } from 'hono'

import { isFromHere, languageOf, tokenOf } from '#pages/session.tsx'
import { problemTexts } from '#pages/texts/problems'

/** Asks the API within the process. */
export type AskApi = (request: Request) => Promise<Response>

const passedOn = [
  'content-type',
  'content-length',
  'if-match',
  'if-none-match',
  'idempotency-key',
  'accept',
  'x-correlation-id',
]

/**
 * Hands what a script asks to the API, with the token of whoever is signed in. What changes something must come from our
 * own pages and be JSON, so that no other site can make a browser send it. Nothing of the body is read here: the API first
 * looks who asks, and then how much of it there is.
 */
export async function apiDoor(context: Context, askApi: AskApi): Promise<Response> {
  const { method } = context.req
  const isRead = method === 'GET' || method === 'HEAD'
  if (!isRead && !isFromHere(context)) return refused(context, 'forbidden', 403)
  const hasBody = !isRead && bringsBody(context)
  if (hasBody && !/^application\/json\b/i.test(context.req.header('content-type') ?? '')) {
    return refused(context, 'media_type', 415)
  }
  const url = new URL(context.req.url)
  url.pathname = url.pathname.slice('/app/api'.length)
  const headers = new Headers()
  for (const name of passedOn) {
    const value = context.req.header(name)
    if (value !== undefined) headers.set(name, value)
  }
  headers.set('accept-language', languageOf(context))
  const token = tokenOf(context)
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`)
  const { body } = context.req.raw
  const sent = hasBody && body !== null ? ({ body, duplex: 'half' } as const) : {}
  const answer = await askApi(new Request(url, { method, headers, ...sent }))
  return answer.headers.get('content-type') === 'application/problem+json' ? translated(context, answer) : answer
}

function bringsBody({ req }: Context): boolean {
  const length = req.header('content-length')
  return length === undefined ? req.raw.body !== null : length !== '0'
}

type Problem = { readonly code: string; readonly detail?: string }

/** What a page itself got wrong: its sentence speaks of the page, not of headers. */
const ofThePage = [
  'precondition_required',
  'precondition_failed',
  'idempotency_key_reused',
  'idempotency_key_bad',
  'cursor_bad',
  'media_type',
  'malformed_json',
  'unauthenticated',
]

function refused(context: Context, code: 'forbidden' | 'media_type', status: number): Response {
  const said = problemTexts[languageOf(context)].said[code]
  const body = { type: `urn:norma:problem:${code}`, title: said, status, code, said }
  return Response.json(body, { status, headers: { 'content-type': 'application/problem+json' } })
}

/** Adds what a person is told: the sentence of the API, which speaks their language, or that of the page. */
async function translated(context: Context, answer: Response): Promise<Response> {
  const problem = (await answer.json()) as Problem
  const language = languageOf(context)
  const sentences: Readonly<Record<string, string>> = problemTexts[language].said
  const isOfThePage = language === 'ru' && ofThePage.includes(problem.code)
  const said = isOfThePage ? sentences[problem.code] : problem.detail
  const headers = new Headers(answer.headers)
  headers.delete('content-length')
  return new Response(JSON.stringify({ ...problem, said: said ?? sentences[problem.code] }), {
    status: answer.status,
    headers,
  })
}
