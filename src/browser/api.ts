import { texts } from './browser-texts'

/** What the API says when it says no: `said` is a sentence in the language of the page. */
export type Problem = {
  readonly code: string
  readonly status: number
  readonly said: string
  readonly errors?: readonly { readonly pointer?: string; readonly detail: string }[]
} & Readonly<Record<string, unknown>>

/** The answer of the API: what was asked for, with the tag of what it is and the page behind where it has one, or why not. */
export type ApiAnswer<T> =
  | { readonly ok: true; readonly body: T; readonly tag?: string; readonly next?: string }
  | { readonly ok: false; readonly problem: Problem }

/** What is sent with a command. `key` makes a repeat of it harmless; `version` is what the person has seen. */
export type Sending = { readonly body?: unknown; readonly version?: string; readonly key?: string }

const mostAttempts = 4
const pauseMs = 120

/**
 * Asks the API as whoever is signed in: `api('POST', '/tasks/task_1/completion', { body: {} })`. What met with another
 * write by chance is asked again; what the person has not seen (`version`) is theirs to decide.
 */
export async function api<T = unknown>(method: string, path: string, sending: Sending = {}): Promise<ApiAnswer<T>> {
  const once = { ...sending, key: sending.key ?? crypto.randomUUID() }
  for (let attempt = 1; ; attempt += 1) {
    const answer = await ask<T>(method, path, once)
    if (answer.ok || answer.problem.code !== 'version_conflict' || attempt === mostAttempts) return answer
    await new Promise((resolve) => {
      setTimeout(resolve, pauseMs * attempt)
    })
  }
}

async function ask<T>(method: string, path: string, { body, version, key = '' }: Sending): Promise<ApiAnswer<T>> {
  const headers: Record<string, string> = {
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
    ...(method === 'GET' ? {} : { 'idempotency-key': key }),
  }
  try {
    const answer = await fetch(`/app/api${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const tag = answer.headers.get('etag')?.replaceAll('"', '')
    // A page that is handed out is a file, and no JSON.
    const isPage = answer.headers.get('content-type')?.startsWith('text/html') === true
    if (answer.ok && isPage) return { ok: true, body: (await answer.text()) as T }
    const [, next] = /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '') ?? []
    const more = { ...(tag === undefined ? {} : { tag }), ...(next === undefined ? {} : { next }) }
    if (answer.ok) return { ok: true, body: (await answer.json()) as T, ...more }
    return { ok: false, problem: await problemOf(answer) }
  } catch {
    // The browser tells a lost connection by throwing; the person may try again.
    return { ok: false, problem: { code: 'offline', status: 0, said: texts.offline } }
  }
}

async function problemOf(answer: Response): Promise<Problem> {
  const isProblem = answer.headers.get('content-type')?.includes('problem+json') === true
  if (!isProblem) return { code: 'internal', status: answer.status, said: texts.failed }
  const { errors, ...problem } = (await answer.json()) as Problem
  const faults = (errors ?? []).map((one) => ({ ...one, pointer: one.pointer ?? '' }))
  return { ...problem, said: problem.said ?? texts.failed, ...(errors === undefined ? {} : { errors: faults }) }
}
