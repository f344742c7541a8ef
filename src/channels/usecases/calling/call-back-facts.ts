import { callBacksOf, type CallBack, type CallBackRules } from '#channels/domain/call-backs'
import { callListsOf } from '#channels/domain/call-list'
import { isGone, type CallLine } from '#channels/domain/gone-talk'
import { channelNow, channelOf } from '#channels/domain/intake'
import { ownCalls } from '#channels/domain/own-calls'
import { addDuration } from '#domain/time/calendar'
import { calendarOf } from '#domain/deals/seating'
import { instantOf, msOf } from '#domain/time/zone'
import type { CallBacks } from '#ports/talks'
import type { KeptIntegration } from '#ports/integrations'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { CallBackFact } from '#schemas/channels/call-back-fact'
import type { Model } from '#schemas/model'
import { inGroups } from '#usecases/in-groups'
import { callBackTaskId } from '#channels/usecases/call-back-task'
import { usualTalkSeconds } from '#channels/usecases/keep-owed'

type Needs = Pick<Ports, 'deals' | 'integrations' | 'people' | 'rules' | 'talks'>
type Scene = {
  readonly model: Model
  readonly people: People
  readonly integrations: ReadonlyMap<string, KeptIntegration>
}

/** What was missed is paid within so long, or counted as never reached. */
const paidWithinMs = 40 * 86_400_000
const pageSize = 500
const sideBySide = 16

/**
 * What became of missed calls, by the very rules by which tasks are opened and closed: of all calls of the months, a request
 * for each hundred of them, and one for each client who was never reached.
 */
export function callBackFacts(ports: Needs): CallBacks {
  return {
    justRang: async (asked) => (await import('./just-rang')).justRang(ports, asked),
    between: async (from, to) => {
      const { model } = await ports.rules.current()
      if (model.calls?.missed === undefined) return []
      const [people, all, talks] = await Promise.all([
        ports.people.load(),
        ports.integrations.all(),
        callsByTalk(ports, from, to),
      ])
      const scene: Scene = { model, people, integrations: new Map(all.map((one) => [one.id, one])) }
      const found = [...talks].flatMap(([talk, calls]) => owedIn(scene, talk, calls))
      const asked = found.filter(({ callBack: { since } }) => since >= from && since < to)
      return inGroups(asked, sideBySide, (one) => factOf(ports, scene, one))
    },
  }
}

/** Every call of a span and of the time after it in which it may have been paid, by the client. */
async function callsByTalk(
  { talks }: Needs,
  from: string,
  to: string,
): Promise<ReadonlyMap<string, readonly CallLine[]>> {
  const end = instantOf(msOf(to) + paidWithinMs)
  const calls = new Map<string, CallLine[]>()
  // A call that was still open when the span began is counted where it began.
  const begin = instantOf(msOf(from) - paidWithinMs)
  for (const name of callListsOf(begin, end)) {
    let cursor: string | undefined
    do {
      // oxlint-disable-next-line no-await-in-loop -- a page follows the one before it
      const page = await talks.listed(name, { limit: pageSize, ...(cursor === undefined ? {} : { cursor }) })
      for (const { talk, line } of page.items) {
        const own = calls.get(talk) ?? []
        own.push(line.says as CallLine)
        calls.set(talk, own)
      }
      cursor = page.cursor
    } while (cursor !== undefined)
  }
  return eachOnce(calls)
}

/**
 * Each call once: where forgetting was cut off and somebody came again, figures stand beside the lines of a talk that lives
 * on. They are calls of that talk then.
 */
function eachOnce(byTalk: ReadonlyMap<string, readonly CallLine[]>): ReadonlyMap<string, readonly CallLine[]> {
  const all = [...byTalk]
  const figures = all.filter(([talk]) => isGone(talk))
  const once = new Map(all.filter(([talk]) => !isGone(talk)))
  const living = new Map(
    figures.length === 0 ? [] : [...once].flatMap(([talk, own]) => own.map(({ id }) => [id, talk])),
  )
  for (const [gone, own] of figures) {
    const talk = own.flatMap(({ id }) => living.get(id) ?? [])[0]
    const calls = talk === undefined ? [] : (once.get(talk) ?? [])
    const client = calls.flatMap((call) => call.client ?? [])[0]
    const theirs = own
      .filter(({ id }) => !living.has(id))
      .map((call) => (client === undefined ? call : { ...call, client }))
    once.set(talk ?? gone, [...calls, ...theirs])
  }
  return once
}

type Owed = { readonly talk: string; readonly calls: readonly CallLine[]; readonly callBack: CallBack }

function owedIn({ model }: Scene, talk: string, calls: readonly CallLine[]): readonly Owed[] {
  const [client] = calls.flatMap((call) => call.client ?? [])
  const { missed, talkSeconds, notClients = [] } = model.calls ?? {}
  if (client === undefined || missed === undefined) return []
  const rules: CallBackRules = {
    talkAtLeastSeconds: talkSeconds ?? usualTalkSeconds,
    notClients: new Set(notClients),
    dueAfter: (instant) => addDuration(model.calendar, instant, missed.callBack),
  }
  return callBacksOf(client, calls, rules).map((callBack) => ({ talk, calls, callBack }))
}

async function factOf(ports: Needs, scene: Scene, { talk, calls, callBack }: Owed): Promise<CallBackFact> {
  const { model, people, integrations } = scene
  const { because, missed, since, closed, attempts } = callBack
  const byId = new Map(calls.map((call) => [call.id, call]))
  const first = byId.get(because)
  const kept = first === undefined ? undefined : integrations.get(first.integration)
  const channel = kept === undefined ? undefined : channelNow(model, channelOf(kept.lines, first?.line))
  const paid = closed === undefined ? undefined : byId.get(closed.call)
  const person =
    closed === undefined
      ? (first?.owedBy ?? (await whoOwes(ports, talk, because)))
      : employeeOf(integrations, paid?.integration, closed.by)
  const { callBack: length } = model.calls?.missed ?? {}
  const { calendar } = calendarOf(model, person, people)
  return {
    ...(isGone(talk) ? {} : { talk }),
    ...(channel === undefined ? {} : { channel }),
    missedAt: missed.flatMap((id) => byId.get(id)?.startedAt ?? []),
    since,
    due: length === undefined ? callBack.due : addDuration(calendar, since, length),
    attempts,
    person,
    ...(closed === undefined
      ? {}
      : {
          closed: {
            at: closed.at,
            how: closed.how === 'got through' ? 'got_through' : 'called_back',
            isAsTold: paid?.asTold === true,
          },
        }),
  }
}

/** Whoever has the task to call back; nobody where it was taken off somebody who is no client. */
async function whoOwes({ deals }: Needs, talk: string, because: string): Promise<string> {
  const id = callBackTaskId(talk, because)
  const tasks = await deals.tasksOfSubject({ kind: 'talk', id: talk })
  return tasks.find((task) => task.id === id)?.responsible ?? ''
}

function employeeOf(
  integrations: ReadonlyMap<string, KeptIntegration>,
  integration: string | undefined,
  login: string | undefined,
): string {
  if (login === undefined || integration === undefined) return ''
  if (integration === ownCalls) return login
  const logins = integrations.get(integration)?.logins ?? {}
  return (Object.hasOwn(logins, login) ? logins[login] : undefined) ?? ''
}
