import { reaches } from '#domain/kernel/access'
import { isKeptFromWhoOwes } from '#domain/people/seen-contacts'
import type { Ports } from '#ports/ports'
import type { KnownClient } from '#ports/known-clients'
import type { KeptIntegration } from '#ports/integrations'
import type { KeptTalk } from '#ports/talks'
import type { OwedTalk, StreamEntry, Unanswered, UnansweredQuery } from '#schemas/channels/talk'
import type { Deal } from '#schemas/deal'
import type { Task } from '#schemas/task'
import { everyPage } from '#usecases/every-page'
import { mailInFor } from '#usecases/people/mail-in'
import { inGroups } from '#usecases/in-groups'
import { readTalks, saidIn, type ReadTalks } from './read-stream'
import type { TalkAsker } from './open-talk'
import { dealsBehind } from './deals-of-talk'
import { contactWritten } from './whose-client'

type Needs = Pick<Ports, 'deals' | 'talks' | 'integrations' | 'knownClients' | 'people' | 'rules'>

/** So many people are asked about side by side. */
const atOnce = 8

/** What somebody said last is among so many lines of a talk. */
const mostSaid = 20

/** So many of what is owed are shown; what is due first is among them. */
const most = 200

/** What is owed to people outside, by the caller or by everybody they lead; what is due first comes first. */
export async function readUnanswered(
  ports: Needs,
  asker: TalkAsker,
  { of = 'me' }: UnansweredQuery,
): Promise<Unanswered> {
  const { caller, people } = asker
  const members = Object.values(people.employees).filter(
    ({ id, active }) =>
      active && (id === caller.employee || (of === 'team' && reaches(caller, 'deals_read', id, people))),
  )
  const tasks = await inGroups(members, atOnce, ({ id: responsible }) =>
    everyPage(500, (page) => ports.deals.openTasks({ responsible, ...page })),
  )
  const owed = tasks.flat().filter(({ owes, subject }) => owes !== undefined && subject?.kind === 'talk')
  const connected = await ports.integrations.all()
  const items = await showOwed(ports, asker, owed.toSorted(firstDue).slice(0, most), { connected })
  return { items, ...mailInFor(connected, caller.employee, { use: 'client' }) }
}

/** What has been read already of the talks in which something is owed, and of what is connected. */
type Known = {
  readonly read?: ReadTalks
  readonly kept?: readonly (KeptTalk | undefined)[]
  readonly connected?: readonly KeptIntegration[]
}

/**
 * What is owed as it is shown: how to reach whoever waits is told to whoever owes it, unless the rules let them see none of
 * it on that client’s card either. Each talk is looked at once, however much is owed in it.
 */
export async function showOwed(
  ports: Needs,
  asker: TalkAsker,
  tasks: readonly Task[],
  { read, kept = [], connected }: Known = {},
): Promise<OwedTalk[]> {
  const ids = [...new Set(tasks.map(({ dealId }) => dealId).filter((id) => id !== ''))]
  const talkIds = [...new Set(tasks.map(talkOf))]
  const [deals, talks, lines] = await Promise.all([
    ids.length === 0 ? [] : ports.deals.findMany(ids),
    inGroups(talkIds, atOnce, async (id) => {
      const talk = kept.find((one) => one?.id === id) ?? (await ports.talks.findTalk(id))
      return [id, await lookedAt(ports, talk)] as const
    }),
    read ?? readTalks(ports, talkIds, { most: mostSaid, ...(connected === undefined ? {} : { connected }) }),
  ])
  const { see } = (await ports.rules.current()).model.clients ?? {}
  const isHidden = ({ known }: Whose): boolean => known !== undefined && isKeptFromWhoOwes(see, asker, known.owner)
  const dealOf = new Map(deals.map((deal) => [deal.id, deal]))
  const whose = new Map(talks)
  const entries = saidIn(lines)
  const found = await inGroups(tasks, atOnce, (task) =>
    shown(ports, task, {
      deal: dealOf.get(task.dealId),
      isReached: task.responsible === asker.caller.employee && !isHidden(whose.get(talkOf(task)) ?? {}),
      whose: whose.get(talkOf(task)) ?? {},
      said: entries.filter(({ talk }) => talk === talkOf(task)),
    }),
  )
  return [...found]
}

type Whose = { readonly talk?: KeptTalk; readonly known?: KnownClient }

function talkOf({ subject }: Task): string {
  return subject?.id ?? ''
}

/** Who is outside in a talk. */
async function lookedAt({ knownClients }: Needs, talk: KeptTalk | undefined): Promise<Whose> {
  if (talk === undefined) return {}
  const contact = talk.phone ?? talk.contact
  const known = contact === undefined ? undefined : (await knownClients.find(contactWritten(contact))).linked
  return { talk, ...(known === undefined ? {} : { known }) }
}

type Seen = {
  readonly deal: Deal | undefined
  /** Whether whoever looks is told how to reach whoever waits. */
  readonly isReached: boolean
  readonly whose: Whose
  /** What was said in the talk, the newest first. */
  readonly said: readonly StreamEntry[]
}

async function shown(
  ports: Needs,
  task: Task,
  { deal, isReached, whose: { talk, known }, said }: Seen,
): Promise<OwedTalk> {
  const contact = talk?.phone ?? talk?.contact
  const last = said.find(({ direction, text }) => direction === 'in' && text !== undefined)
  const isReachable = contact?.startsWith('+') === true || contact?.includes('@') === true
  const name =
    known?.name ?? talk?.name ?? said.find(({ kind, direction }) => kind !== 'call' && direction === 'in')?.by
  const { owes } = task
  const between = await betweenOf(ports, task, talk)
  return {
    task: task.id,
    talk: talkOf(task),
    kind: owes?.kind === 'call_back' ? 'call_back' : 'answer',
    do: task.do,
    responsible: task.responsible,
    since: task.dueWhy.anchorValue ?? task.createdAt,
    lastAt: owes?.lastAt ?? task.createdAt,
    times: owes?.times ?? 1,
    attempts: owes?.attempts ?? 0,
    dueAt: task.dueAt,
    ...(contact === undefined || !isReachable || !isReached ? {} : { contact }),
    ...(name === undefined ? {} : { name }),
    ...(known === undefined ? {} : { client: known.id }),
    ...(deal === undefined ? {} : { deal: { id: deal.id, title: deal.title } }),
    ...(between.length < 2 ? {} : { between }),
    ...(task.reasons === undefined ? {} : { reasons: task.reasons }),
    ...(last?.text === undefined ? {} : { text: last.text.slice(0, 500) }),
  }
}

/** The deals that what is to be answered may belong to, where nobody has said yet to which. */
async function betweenOf(
  ports: Needs,
  task: Task,
  talk: KeptTalk | undefined,
): Promise<NonNullable<OwedTalk['between']>> {
  if (talk === undefined || task.dealId !== '' || task.owes?.kind !== 'answer') return []
  return (await dealsBehind(ports, talk)).map(({ id, title }) => ({ id, title }))
}

function firstDue(one: Task, other: Task): number {
  const [first, second] = [one.dueAt ?? '~', other.dueAt ?? '~']
  return first < second ? -1 : first > second ? 1 : one.id < other.id ? -1 : 1
}
