import { adapterOf } from '#channels/adapters'
import type { Message } from '#channels/domain/messages'
import { windowOf } from '#channels/domain/messages'
import { channelsRefusal } from '#channels/words/channels-refusal'
import type { KeptIntegration } from '#ports/integrations'
import type { Ports } from '#ports/ports'
import type { TalkLine } from '#ports/talks'
import type { AnswerWay, Conversation, StreamEntry } from '#schemas/channels/talk'
import type { Deal } from '#schemas/deal'
import { mailInFor } from '#usecases/people/mail-in'
import { readComments } from '#usecases/attached/comments'
import { dealSeenBy } from '#usecases/deals/readable-deal'
import { openOwed, openTalk, type TalkAsker } from './open-talk'
import { readTalks, streamOf, type ReadTalks } from './read-stream'
import { showOwed } from './read-unanswered'
import { talksOfClients, talksOfDeal } from './talks-behind'
import { mailWays, sendsMail, type MailWay } from './writing/mail-ways'
import { hasTemplates } from './writing/templates'
import { reaches } from '#domain/kernel/access'

type Needs = Pick<
  Ports,
  'attached' | 'clients' | 'clock' | 'deals' | 'integrations' | 'knownClients' | 'people' | 'rules' | 'talks'
>

/** So many entries are shown. */
const most = 100

/** Everything that was said about a deal, with notes of the company among it, for whoever may see the deal. */
export async function readDealConversation(ports: Needs, asker: TalkAsker, dealId: string): Promise<Conversation> {
  const { deal } = await dealSeenBy(ports, asker.caller, asker.people, dealId)
  const connected = await ports.integrations.all()
  const [talks, comments, first] = await Promise.all([
    talksOfDeal(ports, deal),
    readComments(ports, { subject: { kind: 'deal', id: dealId } }),
    mailWays(ports, deal, connected),
  ])
  const notes = comments.map(({ id, at, by, text }): StreamEntry => ({
    id,
    kind: 'note',
    at,
    direction: 'out',
    by,
    text,
  }))
  const told = await conversationOf(ports, asker, talks, { notes, connected })
  const mailIn = mailInFor(connected, asker.caller.employee, { use: 'deal', deal: dealId })
  return { ...told, answers: [...told.answers, ...notYet(told.answers, first)], ...mailIn }
}

/** By what somebody can be written to who has not written there yet; where it leads is on their card, for whoever sees that. */
function notYet(answers: readonly AnswerWay[], first: readonly MailWay[]): readonly AnswerWay[] {
  const known = new Set(answers.map(({ talk, integration }) => `${talk} ${integration}`))
  return first.flatMap(({ to: _to, ...way }) => (known.has(`${way.talk} ${way.integration}`) ? [] : [way]))
}

/** Everything that was said with a client, for whoever has them or a deal with them. */
export async function readClientConversation(ports: Needs, asker: TalkAsker, client: string): Promise<Conversation> {
  const known = await ports.knownClients.read(client)
  if (known === undefined || !(await seesClient(ports, asker, known)))
    throw channelsRefusal('client_unknown.talk', { id: client })
  return conversationOf(ports, asker, await talksOfClients(ports, [known.id]))
}

/** Everything that was said in one talk, for whoever it concerns. */
export async function readTalk(ports: Needs, asker: TalkAsker, id: string): Promise<Conversation> {
  await openTalk(ports, asker, id)
  return conversationOf(ports, asker, [id])
}

async function seesClient(
  { clients, deals }: Needs,
  { caller, people }: TalkAsker,
  { id, owner }: { readonly id: string; readonly owner: string | null },
): Promise<boolean> {
  if (owner === null ? caller.reach.clients_read === 'all' : reaches(caller, 'clients_read', owner, people)) return true
  const rows = await clients.dealsOf(id)
  const found: readonly Deal[] = await deals.findMany(rows.slice(0, 50).map(({ deal }) => deal))
  return found.some((deal) => reaches(caller, 'deals_read', deal.owner, people))
}

/** What is told among what was said, and what is connected, where that is known already. */
type Beside = { readonly notes?: readonly StreamEntry[]; readonly connected?: readonly KeptIntegration[] }

async function conversationOf(
  ports: Needs,
  asker: TalkAsker,
  talks: readonly string[],
  { notes = [], connected }: Beside = {},
): Promise<Conversation> {
  const [read, kept, ...tasks] = await Promise.all([
    readTalks(ports, talks, connected === undefined ? {} : { connected }),
    Promise.all(talks.map((id) => ports.talks.findTalk(id))),
    ...talks.map((id) => ports.deals.tasksOfSubject({ kind: 'talk', id })),
  ])
  const isClient = kept.every((talk) => talk?.notClient === undefined)
  const [said, owed] = await Promise.all([
    streamOf(ports, read),
    showOwed(ports, asker, openOwed(tasks.flat()), { read, kept }),
  ])
  const answers = answersOf(read, ports.clock.now())
  const waiting = owed.map(({ since }) => since).toSorted()
  const items = [...said, ...notes].toSorted((one, other) => (one.at < other.at ? 1 : -1)).slice(0, most)
  const notClient = kept.find((talk) => talk?.notClient?.reason !== undefined)?.notClient
  const why =
    notClient === undefined ? {} : { notClient: { at: notClient.at, by: notClient.by, text: notClient.reason ?? '' } }
  return { waitingSince: waiting[0] ?? null, isClient, ...why, owed, answers: [...answers], talks: [...talks], items }
}

/** By what the client can be answered: by whatever they wrote by, the last first. */
export function answersOf({ integrations, lines }: ReadTalks, now: string): readonly AnswerWay[] {
  const ways = new Map<string, AnswerWay>()
  for (const [talk, own] of lines)
    for (const line of own.filter(isWritten)) {
      const { integration } = line.says as Message
      const key = `${talk} ${integration}`
      const way = ways.has(key) ? undefined : wayOf(integrations.get(integration), { talk, at: line.at, now })
      if (way !== undefined) ways.set(key, way)
    }
  return [...ways.values()].toSorted((one, other) => (one.at < other.at ? 1 : -1))
}

function isWritten({ kind, says }: TalkLine): boolean {
  return kind === 'message' && (says as Message).direction === 'in'
}

function wayOf(
  kept: KeptIntegration | undefined,
  { talk, at, now }: { readonly talk: string; readonly at: string; readonly now: string },
): AnswerWay | undefined {
  const writes = kept === undefined ? undefined : adapterOf(kept.adapter)?.writes
  if (kept === undefined || writes === undefined || kept.paused) return undefined
  if (writes.by === 'mail' && !sendsMail(kept)) return undefined
  const { id, name } = kept
  const until = windowOf(at, writes.windowHours)
  const mail = writes.by === 'mail' ? { mail: true } : {}
  const templates = hasTemplates(kept) ? { templates: true } : {}
  return { talk, integration: id, name, at, until, open: until === null || until > now, ...mail, ...templates }
}
