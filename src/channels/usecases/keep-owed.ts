import { callBacksOf, type CallBack, type CallBackRules } from '#channels/domain/call-backs'
import type { Call } from '#channels/domain/calls'
import { addDuration } from '#domain/time/calendar'
import { withoutLook } from '#domain/deals/lateness'
import { calendarOf } from '#domain/deals/seating'
import { noticeId } from '#domain/people/notice-id'
import { tell } from '#usecases/people/tell'
import { msOf } from '#domain/time/zone'
import type { People } from '#ports/people'
import type { RulesVersion } from '#ports/rules'
import type { KeptTalk } from '#ports/talks'
import type { MissedCallRules } from '#schemas/model'
import type { Task } from '#schemas/task'
import { pagesOf } from '#usecases/every-page'
import { again, whileOthersWrite } from '#usecases/while-others-write'
import type { ChannelNeeds } from './channel-needs'
import { callBackTask, callBackTaskId, owesOf, responsibleForCall } from './call-back-task'
import { employeeBehind } from './reply-by-talking'

type Of = { readonly id: string; readonly contact: string; readonly at: string }
type Scene = {
  readonly ports: ChannelNeeds
  readonly of: Of
  readonly rules: RulesVersion
  readonly missed: MissedCallRules
  readonly people: People
}
type OwnCall = Call & { readonly integration: string }

/** A call back that was shorter is none, where the file says nothing else. */
export const usualTalkSeconds = 5

/** A call further back pays and owes nothing any more. */
const lookBackDays = 40

/**
 * Makes what is owed to whoever is behind a number what the calls with it say: one task where a call was missed and nobody
 * has talked since, none where somebody has. Right in any order, any number of times, and after a crash half-way: who wins
 * the talk writes its tasks, and whoever was overtaken looks again.
 */
export async function keepOwed(ports: ChannelNeeds, of: Of): Promise<void> {
  const rules = await ports.rules.current()
  const missed = rules.model.calls?.missed
  if (missed === undefined) return
  const people = await ports.people.load()
  await whileOthersWrite(`What is owed to ${of.id} was written`, async () => {
    const was = await ports.talks.findTalk(of.id)
    const calls = await callsOf(ports, of)
    const scene: Scene = { ports, of, rules, missed, people }
    const owner = await responsibleForCall(scene, of.contact)
    const isClient = was?.notClient === undefined
    const callBacks = isClient ? callBacksOf(of.contact, calls, rulesFor(scene, owner.responsible)) : []
    const open = callBacks.find(({ closed }) => closed === undefined)
    const owed = open === undefined ? undefined : owedBy(of.id, open, was)
    const talk = talkWith(of, was, owed)
    if (!(await ports.talks.saveTalk(talk))) return again
    await syncTasks(scene, { callBacks, owed, calls, owner })
    const now = await ports.talks.findTalk(of.id)
    return now?.rev === talk.rev ? undefined : again
  })
}

async function callsOf({ talks }: ChannelNeeds, { id, at }: Of): Promise<readonly OwnCall[]> {
  const from = new Date(msOf(at) - lookBackDays * 86_400_000).toISOString()
  const calls: OwnCall[] = []
  for await (const lines of pagesOf(200, (page) => talks.lines(id, { from, ...page })))
    calls.push(...lines.flatMap((line) => (line.kind === 'call' ? [line.says as OwnCall] : [])))
  return calls
}

function rulesFor({ rules, missed, people }: Scene, responsible: string): CallBackRules {
  const { calls } = rules.model
  const { calendar } = calendarOf(rules.model, responsible, people)
  return {
    talkAtLeastSeconds: calls?.talkSeconds ?? usualTalkSeconds,
    notClients: new Set(calls?.notClients ?? []),
    dueAfter: (instant) => addDuration(calendar, instant, missed.callBack),
  }
}

/** The call back that is open keeps the task it has, though an earlier miss may have become known since. */
function owedBy(talk: string, open: CallBack, was: KeptTalk | undefined): NonNullable<KeptTalk['owed']> {
  if (was?.owed !== undefined && open.missed.includes(was.owed.because)) return was.owed
  return { task: callBackTaskId(talk, open.because), because: open.because }
}

function talkWith({ id, contact, at }: Of, was: KeptTalk | undefined, owed: KeptTalk['owed']): KeptTalk {
  const lastAt = was !== undefined && was.lastAt > at ? was.lastAt : at
  const { owed: _owed, ...kept } = was ?? { id, rev: 0 }
  return { ...kept, contact, rev: kept.rev + 1, lastAt, ...(owed === undefined ? {} : { owed }) }
}

type Found = {
  readonly callBacks: readonly CallBack[]
  readonly owed: KeptTalk['owed']
  readonly calls: readonly OwnCall[]
  readonly owner: Awaited<ReturnType<typeof responsibleForCall>>
}

async function syncTasks(scene: Scene, found: Found): Promise<void> {
  const { ports, of } = scene
  const tasks = await ports.deals.tasksOfSubject({ kind: 'talk', id: of.id })
  for (const task of tasks) {
    if (task.owes?.kind !== 'call_back') continue
    const becomes = await after(scene, found, task)
    if (becomes !== undefined) await ports.deals.adjustTask({ ...becomes, rev: task.rev + 1 }, task.rev)
  }
  const { owed, callBacks } = found
  const open = callBacks.find(({ closed }) => closed === undefined)
  if (owed === undefined || open === undefined || tasks.some(({ id }) => id === owed.task)) return
  const task = climbing(scene, open, callBackTask(scene, { id: owed.task, open, owner: found.owner }))
  if (!(await ports.deals.openTask(task))) return
  const at = task.createdAt
  const told = { id: task.id, do: task.do, dueAt: task.dueAt }
  await tell(ports, task.responsible, { id: noticeId(at, `${task.id}#given`), kind: 'task_given', at, task: told })
}

/** After so many attempts without an answer the ladder is climbed at once, whatever the date. */
function climbing({ ports, rules, missed, people }: Scene, callBack: CallBack, task: Task): Task {
  const { tries } = missed
  const { owes } = task
  if (tries === undefined || owes === undefined || task.status !== 'open') return task
  if (callBack.attempts < tries.count || owes.triesOverAt !== undefined) return task
  const { calendar } = calendarOf(rules.model, task.responsible, people)
  const now = ports.clock.now()
  if (addDuration(calendar, callBack.since, tries.within) < now || (task.look?.step ?? 0) > 0) return task
  return { ...task, owes: { ...owes, triesOverAt: now }, look: { at: now, step: 1 } }
}

/** What a task becomes by what is known now; undefined where it stays as it is. */
async function after(scene: Scene, { callBacks, owed, calls }: Found, task: Task): Promise<Task | undefined> {
  const because = task.owes?.because ?? ''
  const callBack = callBacks.find(({ missed }) => missed.includes(because))
  if (callBack === undefined) {
    // Somebody else of the group had taken the call, which was learned later: nothing was ever owed.
    if (task.status !== 'open') return undefined
    return withoutLook({
      ...task,
      status: 'cancelled',
      cancelledAt: scene.ports.clock.now(),
      cancelReason: 'condition_gone',
    })
  }
  const owes = { ...task.owes, ...owesOf(callBack), because } as NonNullable<Task['owes']>
  const { closed } = callBack
  if (closed === undefined) {
    if (task.id !== owed?.task) return undefined
    if (task.status === 'open' && JSON.stringify(owes) === JSON.stringify(task.owes)) return undefined
    return climbing(scene, callBack, { ...task, owes })
  }
  if (task.status === 'done') return undefined
  const call = calls.find(({ id }) => id === closed.call)
  const by = call === undefined ? undefined : await employeeBehind(scene.ports, call.integration, closed.by)
  const done = { ...task, status: 'done' as const, doneAt: closed.at, doneBy: by ?? 'channels' }
  return withoutLook({ ...done, owes: { ...owes, how: closed.how === 'got through' ? 'got_through' : 'called_back' } })
}
