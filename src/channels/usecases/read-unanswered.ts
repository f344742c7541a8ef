import { reaches } from '#domain/kernel/access'
import type { Ports } from '#ports/ports'
import type { OwedTalk, UnansweredQuery } from '#schemas/channels/talk'
import type { Deal } from '#schemas/deal'
import type { Task } from '#schemas/task'
import { everyPage } from '#usecases/every-page'
import { inGroups } from '#usecases/in-groups'
import { readStream } from './read-stream'
import type { TalkAsker } from './open-talk'
import { dealsOfTalk } from './deals-of-talk'
import { contactWritten } from './whose-client'

type Needs = Pick<Ports, 'deals' | 'talks' | 'integrations' | 'knownClients' | 'people'>

/** So many people are asked about side by side. */
const atOnce = 8

/** So many of what is owed are shown; what is due first is among them. */
const most = 200

/** What is owed to people outside, by the caller or by everybody they lead; what is due first comes first. */
export async function readUnanswered(
  ports: Needs,
  asker: TalkAsker,
  { of = 'me' }: UnansweredQuery,
): Promise<OwedTalk[]> {
  const { caller, people } = asker
  const members = Object.values(people.employees).filter(
    ({ id, active }) =>
      active && (id === caller.employee || (of === 'team' && reaches(caller, 'deals_read', id, people))),
  )
  const tasks = await inGroups(members, atOnce, ({ id: responsible }) =>
    everyPage(500, (page) => ports.deals.openTasks({ responsible, ...page })),
  )
  const owed = tasks.flat().filter(({ owes, subject }) => owes !== undefined && subject?.kind === 'talk')
  return showOwed(ports, asker, owed.toSorted(firstDue).slice(0, most))
}

/** What is owed as it is shown: whom to reach is told to whoever owes it, and to whoever has the client. */
export async function showOwed(ports: Needs, { caller }: TalkAsker, tasks: readonly Task[]): Promise<OwedTalk[]> {
  const ids = [...new Set(tasks.map(({ dealId }) => dealId).filter((id) => id !== ''))]
  const deals = new Map((ids.length === 0 ? [] : await ports.deals.findMany(ids)).map((deal) => [deal.id, deal]))
  const found = await inGroups(tasks, atOnce, (task) =>
    shown(ports, task, { deal: deals.get(task.dealId), me: caller.employee }),
  )
  return [...found]
}

async function shown(
  ports: Needs,
  task: Task,
  { deal, me }: { readonly deal: Deal | undefined; readonly me: string | null },
): Promise<OwedTalk> {
  const talkId = task.subject?.id ?? ''
  const [talk, said] = await Promise.all([ports.talks.findTalk(talkId), readStream(ports, [talkId])])
  const contact = talk?.phone ?? talk?.contact
  const known = contact === undefined ? undefined : (await ports.knownClients.find(contactWritten(contact))).linked
  const last = said.find(({ direction, text }) => direction === 'in' && text !== undefined)
  const isReachable = contact?.startsWith('+') === true || contact?.includes('@') === true
  const name =
    known?.name ?? talk?.name ?? said.find(({ kind, direction }) => kind !== 'call' && direction === 'in')?.by
  const { owes } = task
  const between = await betweenOf(ports, task)
  return {
    task: task.id,
    talk: talkId,
    kind: owes?.kind ?? 'answer',
    do: task.do,
    responsible: task.responsible,
    since: task.dueWhy.anchorValue ?? task.createdAt,
    lastAt: owes?.lastAt ?? task.createdAt,
    times: owes?.times ?? 1,
    attempts: owes?.attempts ?? 0,
    dueAt: task.dueAt,
    ...(contact === undefined || !isReachable || task.responsible !== me ? {} : { contact }),
    ...(name === undefined ? {} : { name }),
    ...(known === undefined ? {} : { client: known.id }),
    ...(deal === undefined ? {} : { deal: { id: deal.id, title: deal.title } }),
    ...(between.length < 2 ? {} : { between }),
    ...(last?.text === undefined ? {} : { text: last.text.slice(0, 500) }),
  }
}

/** The deals that what is to be answered may belong to, where nobody has said yet to which. */
async function betweenOf(ports: Needs, { dealId, owes, subject }: Task): Promise<NonNullable<OwedTalk['between']>> {
  if (dealId !== '' || owes?.kind !== 'answer') return []
  return (await dealsOfTalk(ports, subject?.id ?? '')).map(({ id, title }) => ({ id, title }))
}

function firstDue(one: Task, other: Task): number {
  const [first, second] = [one.dueAt ?? '~', other.dueAt ?? '~']
  return first < second ? -1 : first > second ? 1 : one.id < other.id ? -1 : 1
}
