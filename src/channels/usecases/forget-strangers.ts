import { callList } from '#channels/domain/call-list'
import { figureOf, goneTalk, type CallLine } from '#channels/domain/gone-talk'
import { contactsOf } from '#domain/deals/contacts'
import { strangersKept } from '#domain/rules/personal-data'
import { addDuration } from '#domain/time/calendar'
import type { TalkLine } from '#ports/talks'
import type { Model } from '#schemas/model'
import type { Task } from '#schemas/task'
import { inTurns } from '#usecases/in-groups'
import type { ChannelNeeds } from './channel-needs'
import { eraseSaid, saidIn, type Said } from './talks-of-client'
import { contactOfTalk, type Contact } from './whose-client'

const aPage = 100
const sideBySide = 4
/** No more in one night. */
const mostPages = 50

/**
 * Erases talks with whoever has neither a card nor a deal, when they have said nothing for as long as the rules keep them:
 * what was said, recordings, files. Something that is still owed to them keeps them. Calls stay as figures of nobody, so that
 * a report of that time says what it said. Right when it runs twice, and after a crash half-way: what says that a talk is
 * nobody’s goes last.
 */
export async function forgetStrangers(ports: ChannelNeeds, at: string): Promise<{ readonly erased: number }> {
  const { model } = await ports.rules.current()
  let erased = 0
  // One that cannot be erased must not keep the others: it is passed by until the next night, and told of when all had a turn.
  const failed = new Map<string, unknown>()
  const forget = async (talk: string) => {
    try {
      const isErased = await forgetOne(ports, model, { talk, at })
      if (isErased) erased += 1
    } catch (error) {
      failed.set(talk, error)
    }
  }
  for (let page = 0; page < mostPages; page += 1) {
    const oldest = await ports.talks.oldestStrangers(aPage + failed.size)
    const due = oldest.filter((one) => !failed.has(one.talk) && isOver(model, one.at, at))
    await inTurns(due, sideBySide, ({ talk }) => forget(talk))
    if (due.length < aPage) break
  }
  const [first] = failed.values()
  if (failed.size > 0) throw first
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
  const [talk, newest] = await Promise.all([talks.findTalk(id), talks.lines(id, { limit: 1 })])
  const lastAt = newest.items[0]?.at ?? talk?.lastAt
  if (lastAt !== undefined && !isOver(model, lastAt, at)) {
    await talks.putOffStranger(id, lastAt)
    return false
  }
  const [said, tasks] = await Promise.all([saidIn(ports, id), deals.tasksOfSubject({ kind: 'talk', id })])
  if (tasks.some(({ status }) => status === 'open') || (await isSomebodys(ports, id, said))) {
    await talks.putOffStranger(id, at)
    return false
  }
  await keepFigures(ports, id, { lines: said.lines, tasks })
  const isErased = await eraseSaid(ports, id, said)
  // Who came at this very moment is a stranger anew.
  if (!isErased) await talks.putOffStranger(id, at)
  return isErased
}

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

/** The calls of a talk as figures, together under a name of their own, by whoever owed what was missed. */
async function keepFigures(
  { talks }: ChannelNeeds,
  id: string,
  { lines, tasks }: { readonly lines: readonly TalkLine[]; readonly tasks: readonly Task[] },
): Promise<void> {
  const owedBy = new Map(
    tasks.flatMap(({ owes, responsible }) => (owes === undefined ? [] : [[owes.because, responsible]])),
  )
  // The oldest is erased last, so that a night that goes on with it comes to the same name.
  const gone = goneTalk(id, lines.at(-1)?.at ?? '')
  for (const line of lines) {
    if (line.kind !== 'call') continue
    const says = figureOf(line.says as CallLine, owedBy.get(line.id))
    await talks.saveLine(gone, { ...line, says }, { name: callList(line.at) })
  }
}
