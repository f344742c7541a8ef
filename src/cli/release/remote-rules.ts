import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'

import { Refusal, refusalCodes, type RefusalCode } from '#domain/kernel/refusal'
import type { FileToSend } from '#schemas/attached'
import type { ReleasePlan, ReleaseStatus, ScheduledRelease } from '#schemas/release'
import { commandEnvironment, OutsideError } from '#cli/environment'
import type { RulesDoor } from './rules-port'
import { saidIn, say } from '#cli/say'
import type { ShowsProgress } from '#cli/show-progress'

type Remote = { readonly url: string; readonly token: string }

/** So long deals are waited for; what is left goes on by the schedules over there. */
const patienceMs = 120_000
const everyMs = 1_000
/** Larger templates go past the API, to where it says that their bytes belong. */
const mostInBody = 500_000
/** A plan over all open deals takes seconds; whoever says nothing for so long is not there. */
const answerMs = 120_000

/** The rules of a Norma that runs elsewhere, through its API. What it refuses is refused here with the same code. */
export function remoteRules(remote: Remote, progress: ShowsProgress): RulesDoor {
  const ask = <T>(method: string, path: string, body?: unknown) => request<T>(remote, method, path, body)
  return {
    plan: (body) => ask<ReleasePlan>('POST', '/rules/plan', body),
    publish: async (body) => (await ask<{ version: number }>('POST', '/rules', body)).version,
    rollback: async (body) => (await ask<{ version: number }>('POST', '/rules/rollback', body)).version,
    schedule: (body) => ask<ScheduledRelease>('POST', '/rules/scheduled', body),
    cancel: async (id) => {
      await ask('DELETE', `/rules/scheduled/${encodeURIComponent(id)}`)
    },
    keep: async (path, bytes) => {
      const given =
        bytes.length <= mostInBody
          ? { content: Buffer.from(bytes).toString('base64') }
          : { upload: await sendAside(remote, bytes) }
      return (await ask<{ sha256: string }>('POST', '/templates', { name: path, ...given })).sha256
    },
    status: () => ask<ReleaseStatus>('GET', '/rules/status'),
    follow: async (version) => {
      const seating = await saidIn(commandEnvironment.lang, say('seating'))
      const until = performance.now() + patienceMs
      for (;;) {
        // oxlint-disable-next-line no-await-in-loop -- it is asked how far it is until it is done
        const { reseating } = await ask<ReleaseStatus>('GET', '/rules/status')
        // A version that nothing has to follow leaves the work of an earlier one as it is.
        if (reseating === undefined || reseating.version !== version) return { done: 0, left: false }
        if (reseating.state !== 'running' || (reseating.stuck ?? []).length > 0) {
          progress.end()
          return { done: reseating.done, left: reseating.state === 'running' }
        }
        progress.show(seating, reseating.done, Math.max(1, reseating.total))
        if (performance.now() >= until) {
          progress.end()
          return { done: reseating.done, left: true }
        }
        // oxlint-disable-next-line no-await-in-loop -- see above
        await pause(everyMs)
      }
    },
  }
}

/** Sends bytes to where the API says that such belong, and says under which id. */
async function sendAside(remote: Remote, bytes: Uint8Array): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const { id, url, headers } = await request<FileToSend>(remote, 'POST', '/uploads', { size: bytes.length, sha256 })
  const to = new URL(url, remote.url)
  const sent = await fetch(to, { method: 'PUT', headers, body: bytes.slice(), signal: AbortSignal.timeout(answerMs) })
  if (!sent.ok) throw new OutsideError(say('strange_answer', { url: to.host, status: sent.status }))
  return id
}

async function request<T>({ url, token }: Remote, method: string, path: string, body: unknown): Promise<T> {
  const response = await fetch(`${url.replace(/\/$/, '')}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      'accept-language': commandEnvironment.lang,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(answerMs),
  }).catch((error: unknown) => {
    throw new OutsideError(say('no_answer', { url }), { cause: error })
  })
  const answer: unknown = await response.json().catch(() => undefined)
  if (response.ok) return answer as T
  if (response.status === 401) throw new OutsideError(say('token_unknown', { url }))
  throw refusalIn(answer) ?? new OutsideError(say('strange_answer', { url: `${url}${path}`, status: response.status }))
}

/** A problem as the refusal it was over there. */
function refusalIn(answer: unknown): Error | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined
  const { code, detail, ...extra } = answer as { code?: string; detail?: string } & Record<string, unknown>
  if (code === undefined || detail === undefined) return undefined
  const isKnown = (refusalCodes as readonly string[]).includes(code)
  return isKnown ? new Refusal(code as RefusalCode, detail, extra) : new OutsideError(say('as_told', { text: detail }))
}
