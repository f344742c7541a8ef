import type { Message } from '#channels/domain/messages'
import type { ErasedOfClient, KeptOfClient, MovedToClient, Moving } from '#ports/personal'
import type { Ports } from '#ports/ports'
import type { KeptTalk, TalkLine } from '#ports/talks'
import { everyPage } from '#usecases/every-page'
import { forgetReasons } from '#usecases/tasks/forget-reasons'
import { saidOfTasks } from '#usecases/tasks/said-of-tasks'
import { again, whileOthersWrite } from '#usecases/while-others-write'
import { eraseRecordings } from './recordings/forget-recordings'
import type { Request } from '#channels/domain/request'
import type { Contact } from './whose-client'

type Needs = Pick<Ports, 'clients' | 'talks'>
type Erasing = Pick<Ports, 'clients' | 'deals' | 'talks' | 'files'>

/**
 * The talks of a client: those that are linked to them, and those with a number or an address that is theirs alone. Whoever
 * rang before they had a card is asked after and erased like everybody.
 */
async function talksOf({ clients, talks }: Needs, id: string): Promise<readonly string[]> {
  const [linked, whole] = await Promise.all([talks.talksOf(id), clients.find(id)])
  const held = await clients.holders(whole?.personal.ways.map(({ kind, text }) => ({ kind, text })) ?? [])
  const own = held.filter((one) => one.clients.every((client) => client === id))
  const ids = await Promise.all(own.map(({ key }) => talks.talkIdOf(key.text)))
  // A talk of calls alone has lines and nothing else.
  const found = await Promise.all(ids.map((talk) => talks.lines(talk, { limit: 1 })))
  return [...new Set([...linked, ...ids.filter((_, no) => (found[no]?.items.length ?? 0) > 0)])]
}

/**
 * Notes whose talk it is, where that is certain; a number that several share is nobody’s alone. Where it is not, it is noted
 * since when: what nobody known has said is forgotten one day.
 */
export async function linkTalk(
  { talks, knownClients }: Pick<Ports, 'talks' | 'knownClients'>,
  { id, at }: { readonly id: string; readonly at: string },
  contact: Contact,
): Promise<void> {
  const isNamed = Object.keys(contact).length > 0
  const { linked } = isNamed ? await knownClients.find(contact) : {}
  await (linked === undefined ? talks.noteStranger(id, at) : talks.link(linked.id, id))
}

/** Everything that was said with a client, by its place. */
export async function keptInTalks(
  ports: Needs & Pick<Ports, 'deals'>,
  client: string,
): Promise<readonly KeptOfClient[]> {
  const { talks } = ports
  const kept: KeptOfClient[] = []
  for (const id of await talksOf(ports, client)) {
    const lines = await everyPage(200, (page) => talks.lines(id, page))
    const says = await talks.findTalk(id)
    // A talk of calls alone has lines and nothing else.
    if (says !== undefined) kept.push({ place: 'talk', id, says })
    kept.push(...lines.map((line) => ({ place: 'talk line', id: `${id}/${line.id}`, says: line })))
    for (const line of lines.filter(({ kind }) => kind === 'call'))
      for (const says of await talks.recordingsOf(line.id))
        kept.push({ place: 'recording', id: `${line.id}/${says.id}`, says })
    kept.push(...(await saidOfTasks(ports, [{ kind: 'talk', id }])))
  }
  return kept
}

/** Erases the talks of a client with all that was said in them, recordings too, also what comes while it is done. */
export async function eraseTalks(ports: Erasing, client: string): Promise<readonly ErasedOfClient[]> {
  const { talks } = ports
  const ids = await talksOf(ports, client)
  for (const id of ids) {
    await whileOthersWrite(`A talk of ${client} was written to`, async () =>
      (await eraseSaid(ports, id, await saidIn(ports, id))) ? undefined : again,
    )
    await talks.unlink(client, id)
  }
  return ids.map((id) => ({ place: 'talk', id }))
}

/** A talk, where there is one beside its lines, and all its lines, the newest first. */
export type Said = { readonly talk: KeptTalk | undefined; readonly lines: readonly TalkLine[] }

export async function saidIn({ talks }: Pick<Ports, 'talks'>, id: string): Promise<Said> {
  // The talk first: what is changed while the lines are read is at another revision then.
  const talk = await talks.findTalk(id)
  return { talk, lines: await everyPage(200, (page) => talks.lines(id, page)) }
}

/**
 * Erases a talk as it was read, with all that is kept beside its lines. False where something has come since: that stays.
 */
export async function eraseSaid(
  ports: Pick<Ports, 'talks' | 'files' | 'deals'>,
  id: string,
  { talk, lines }: Said,
): Promise<boolean> {
  const { talks } = ports
  for (const line of lines) await eraseBehind(ports, line)
  await forgetReasons(ports, { kind: 'talk', id })
  if (!(await talks.eraseTalk(id, { lines, rev: talk?.rev }))) return false
  // Whoever came in the moment before the note went has found it there.
  const [since, anew] = await Promise.all([talks.lines(id, { limit: 1 }), talks.findTalk(id)])
  const at = since.items[0]?.at ?? anew?.lastAt
  if (at !== undefined) await talks.noteStranger(id, at)
  return at === undefined
}

/** Erases what is kept beside a line of a talk: recordings, files, what a provider has told. */
async function eraseBehind(ports: Pick<Ports, 'talks' | 'files'>, { kind, id, says }: TalkLine): Promise<void> {
  if (kind === 'call') {
    await eraseRecordings(ports, id)
    await ports.talks.eraseCall(id)
  }
  if (kind === 'request') for (const { file } of (says as Request).files ?? []) await ports.files.remove(file)
  if (kind !== 'message') return
  const own = (says as Message).attachments.flatMap(({ file }) =>
    file?.startsWith('messages/') === true ? [file] : [],
  )
  for (const file of own) await ports.files.remove(file)
  await ports.talks.eraseMessage(id)
}

/** Makes the talks of one client another’s. */
export async function moveTalks(
  { talks }: Pick<Ports, 'talks'>,
  { from, to }: Moving,
  keep: (moved: MovedToClient) => Promise<void>,
): Promise<void> {
  for (const id of await talks.talksOf(from)) {
    await keep({ place: 'talk', id })
    await talks.link(to, id)
    await talks.unlink(from, id)
  }
}

/** Gives talks that were moved back; those that came since are not among them. */
export async function moveTalksBack(
  { talks }: Pick<Ports, 'talks'>,
  { from, to }: Moving,
  moved: readonly MovedToClient[],
): Promise<void> {
  const theirs = new Set(await talks.talksOf(to))
  for (const { id } of moved.filter((one) => theirs.has(one.id))) {
    await talks.link(from, id)
    await talks.unlink(to, id)
  }
}
