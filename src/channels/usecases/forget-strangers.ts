import { callList } from '#channels/domain/call-list'
import type { Call } from '#channels/domain/calls'
import { contactsOf } from '#domain/deals/contacts'
import { textHash } from '#domain/kernel/text-hash'
import { strangersKept } from '#domain/rules/personal-data'
import { addDuration } from '#domain/time/calendar'
import type { KeptTalk, TalkLine } from '#ports/talks'
import type { Model } from '#schemas/model'
import type { Task } from '#schemas/task'
import { inTurns } from '#usecases/in-groups'
import { everyPage } from '#usecases/every-page'
import { forgetReasons } from '#usecases/tasks/forget-reasons'
import type { ChannelNeeds } from './channel-needs'
import { eraseBehind } from './talks-of-client'
import { contactOfTalk, type Contact } from './whose-client'

const aPage = 100
const sideBySide = 4
/** No more in one night. */
const mostPages = 50

/** Of a call that is forgotten this much is left, for whoever counts calls: when it was, who took it, how it ended. */
type Figure = Omit<Call, 'legs'> & { readonly integration: string; readonly owedBy?: string }

/**
 * Erases talks with whoever has neither a card nor a deal, when they have said nothing for as long as the rules keep them:
 * what was said, recordings, files. Something that is still owed to them keeps them. Calls stay as figures of nobody, so that
 * a report of that time says what it said. Right when it runs twice, and after a crash half-way: what says that a talk is
 * nobody’s goes last.
 */
export async function forgetStrangers(ports: ChannelNeeds, at: string): Promise<{ readonly erased: number }> {
  const { model } = await ports.rules.current()
  let erased = 0
  for (let page = 0; page < mostPages; page += 1) {
    const oldest = await ports.talks.oldestStrangers(aPage)
    const due = oldest.filter((one) => isOver(model, one.at, at))
    // One that cannot be erased must not keep the others.
    const gone = await inTurns(due, sideBySide, ({ talk }) => forgetOne(ports, model, { talk, at }))
    erased += gone.filter((isGone) => isGone).length
    if (due.length < aPage) break
  }
  return { erased }
}

function isOver(model: Model, since: string, at: string): boolean {
  return addDuration(model.calendar, since, strangersKept(model)) <= at
}

async function forgetOne(
  ports: ChannelNeeds,
  model: Model,
  { talk: id, at }: { readonly talk: string; readonly at: string },
): Promise<boolean> {
  const { talks, deals } = ports
  const [talk, newest, tasks] = await Promise.all([
    talks.findTalk(id),
    talks.lines(id, { limit: 1 }),
    deals.tasksOfSubject({ kind: 'talk', id }),
  ])
  const lastAt = newest.items[0]?.at ?? talk?.lastAt
  if (lastAt !== undefined && !isOver(model, lastAt, at)) {
    await talks.putOffStranger(id, lastAt)
    return false
  }
  const lines = await everyPage(200, (page) => talks.lines(id, page))
  if (tasks.some(({ status }) => status === 'open') || (await isSomebodys(ports, id, { talk, lines }))) {
    await talks.putOffStranger(id, at)
    return false
  }
  await keepFigures(ports, id, { lines, tasks })
  for (const line of lines) await eraseBehind(ports, line)
  await forgetReasons(ports, { kind: 'talk', id })
  await talks.eraseTalk(id)
  // Who rang at this very moment is a stranger anew.
  const [since] = (await talks.lines(id, { limit: 1 })).items
  if (since !== undefined) await talks.noteStranger(id, since.at)
  return true
}

type Said = { readonly talk: KeptTalk | undefined; readonly lines: readonly TalkLine[] }

/** Whether somebody has a card or a deal by now that the talk belongs to. */
async function isSomebodys(ports: ChannelNeeds, id: string, { talk, lines }: Said): Promise<boolean> {
  const says = lines.map((line) => line.says as { client?: string; contact?: Contact; dealId?: string; deal?: string })
  const isOnDeal = says.some(({ dealId, deal }) => dealId !== undefined || deal !== undefined)
  if (isOnDeal || talk?.deal !== undefined || talk?.picked !== undefined || talk?.client !== undefined) return true
  if ((await ports.talks.clientsOf(id)).length > 0) return true
  const contact = {
    ...Object.assign({}, ...says.map((one) => one.contact ?? (one.client === undefined ? {} : { phone: one.client }))),
    ...(talk === undefined ? {} : contactOfTalk(talk)),
  } as Contact
  if (Object.keys(contact).length === 0) return false
  const [{ known }, last] = await Promise.all([
    ports.knownClients.find(contact),
    ports.deals.lastDealOf(contactsOf(contact)),
  ])
  return known.length > 0 || last !== undefined
}

/** The calls of a talk as figures of a talk that nothing leads to, by whoever owed what was missed. */
async function keepFigures(
  { talks }: ChannelNeeds,
  id: string,
  { lines, tasks }: { readonly lines: readonly TalkLine[]; readonly tasks: readonly Task[] },
): Promise<void> {
  const owedBy = new Map(
    tasks.flatMap(({ owes, responsible }) => (owes === undefined ? [] : [[owes.because, responsible]])),
  )
  for (const line of lines) {
    if (line.kind !== 'call') continue
    const says = figureOf(line.says as Figure, owedBy.get(line.id))
    await talks.saveLine(`talk_gone_${textHash(id)}`, { ...line, says }, { name: callList(line.at) })
  }
}

function figureOf(call: Figure, owedBy: string | undefined): Figure {
  const { id, direction, line, startedAt, answeredAt, endedAt, talkSeconds, by, result, place, asTold, isFoundLater } =
    call
  const figure = { id, direction, client: 'gone', line, startedAt, answeredAt, endedAt, talkSeconds, by, result, place }
  const told = { asTold, isFoundLater, learnedAt: call.learnedAt, integration: call.integration, owedBy }
  const said = Object.entries({ ...figure, ...told, recordings: [] }).filter(([, value]) => value !== undefined)
  return Object.fromEntries(said) as unknown as Figure
}
