import { channelsRefusal } from '#channels/words/channels-refusal'
import { reaches, type Caller } from '#domain/kernel/access'
import type { People } from '#ports/people'
import type { KeptTalk } from '#ports/talks'
import type { Task } from '#schemas/task'
import type { ChannelNeeds } from './channel-needs'
import { dealsOfTalk } from './deals-of-talk'
import { contactWritten } from './whose-client'

/** Who asks about a talk. */
export type TalkAsker = { readonly caller: Caller; readonly people: People }

/** A talk with everything that was ever owed in it. */
export type OpenTalk = { readonly talk: KeptTalk; readonly tasks: readonly Task[] }

/**
 * A talk for somebody it concerns: something in it is owed by them or by whom they lead, the client is theirs, or they look
 * after what comes. The same refusal for one that is not there: an id must not tell which it is.
 */
export async function openTalk(
  ports: Pick<ChannelNeeds, 'talks' | 'deals' | 'knownClients' | 'people'>,
  asker: TalkAsker,
  id: string,
): Promise<OpenTalk> {
  const [talk, tasks] = await Promise.all([ports.talks.findTalk(id), ports.deals.tasksOfSubject({ kind: 'talk', id })])
  if (talk === undefined || !(await concerns(ports, asker, { talk, tasks })))
    throw channelsRefusal('talk_unknown', { id })
  return { talk, tasks }
}

/** What of a talk is owed and not done yet. */
export function openOwed(tasks: readonly Task[]): readonly Task[] {
  return tasks.filter(({ owes, status }) => owes !== undefined && status === 'open')
}

async function concerns(
  ports: Pick<ChannelNeeds, 'talks' | 'deals' | 'knownClients' | 'people'>,
  { caller, people }: TalkAsker,
  { talk, tasks }: OpenTalk,
): Promise<boolean> {
  if (caller.reach.channels_edit === 'all') return true
  if (tasks.some(({ responsible }) => reaches(caller, 'deals_edit', responsible, people))) return true
  if (talk.contact === undefined) return false
  const { known } = await ports.knownClients.find(contactWritten(talk.contact))
  if (known.some(({ owner }) => owner !== null && reaches(caller, 'clients_edit', owner, people))) return true
  const deals = await dealsOfTalk(ports, talk.id)
  return deals.some(({ owner }) => reaches(caller, 'deals_edit', owner, people))
}
