import { announcedUntil, isSoon, mayBeOverSince, roundDays } from '#clients/domain/keeping'
import { companyHead } from '#domain/kernel/heads'
import { noticeId } from '#domain/people/notice-id'
import { membersOf } from '#domain/people/responsible'
import { personalDataIn } from '#domain/rules/personal-data'
import { addDays } from '#domain/time/days'
import { dateIn } from '#domain/time/zone'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { KeepRules } from '#schemas/clients/client-rules'
import type { KeepProgress } from '#schemas/clients/kept-request'
import type { Model } from '#schemas/model'
import type { WholeClient } from '#schemas/kept-client'
import { tell } from '#usecases/people/tell'

import { keptByRules, type KeepNeeds } from './due-by-rules'

type Needs = KeepNeeds & Pick<Ports, 'people' | 'notices'>
type Run = { readonly ports: Needs; readonly model: Model; readonly keep: KeepRules; readonly today: string }

/** So many cards a page, and so many a run at most: a run ends long before the time that it has. */
const pageSize = 50
const mostLooked = 2000

/**
 * Goes on with the round through all cards that looks for whom the rules keep no longer, and announces them: they are erased
 * by `erase-restricted` after the day that is said. A run that is broken off goes on with the page it was at, and what it
 * announced stays announced. A round begins a week after the one before, and at once where the lengths have changed.
 */
export async function announceOver(ports: Needs, at: string): Promise<{ readonly announced: number }> {
  const { model } = await ports.rules.current()
  const keep = personalDataIn(model)?.keep
  if (keep === undefined) return { announced: 0 }
  const run: Run = { ports, model, keep, today: dateIn(model.calendar.timezone, at) }
  const people = await ports.people.load()
  const owners = [null, ...Object.keys(people.employees).toSorted()]
  let progress = await roundNow(run)
  let [looked, announced] = [0, 0]
  while (progress !== undefined && progress.endedOn === undefined && looked < mostLooked) {
    // oxlint-disable-next-line no-await-in-loop -- where a page starts is known only when the one before has been read
    const page = await lookAtPage(run, owners, progress)
    looked += page.looked
    announced += page.announced
    const next: KeepProgress = { ...page.progress, rev: progress.rev + 1 }
    // oxlint-disable-next-line no-await-in-loop -- the same
    progress = (await ports.keeping.saveProgress(next)) ? next : undefined
  }
  if (announced > 0) await tellWhoAnswers(run, people, { at, announced })
  return { announced }
}

/** The round that is under way, or the next where it is time for one; undefined where somebody else just began it. */
async function roundNow({ ports: { keeping }, keep, today }: Run): Promise<KeepProgress | undefined> {
  const was = await keeping.progress()
  const by = JSON.stringify([keep.kinds, keep.contract?.text, keep.lost?.text, keep.noConsent?.text])
  const isOver = was?.endedOn !== undefined && addDays(was.beganOn, roundDays) <= today
  if (was !== undefined && was.by === by && !isOver) return was
  const next = { beganOn: today, by, owner: null, looked: 0, announced: 0, rev: (was?.rev ?? 0) + 1 }
  return (await keeping.saveProgress(next)) ? next : undefined
}

/** Looks at a page of one list; where that is at its end, the next list follows, and after the last the round is over. */
async function lookAtPage(run: Run, owners: readonly (string | null)[], progress: KeepProgress) {
  const { ports, keep, model, today } = run
  const { owner = null, after } = progress
  const rows = await ports.clients.listOf({ owner, limit: pageSize, ...(after === undefined ? {} : { after }) })
  const since = mayBeOverSince(keep, today, model.calendar) ?? ''
  const cards = rows.length === 0 ? [] : await ports.clients.findMany(rows.map(({ id }) => id))
  let announced = 0
  for (const card of cards) {
    const isOld = dateIn(model.calendar.timezone, card.client.createdAt) <= since
    // oxlint-disable-next-line no-await-in-loop -- each has some reads of its own, and nobody waits for it
    if (isOld && (await announceOne(run, card))) announced += 1
  }
  const { owner: _owner, after: _after, ...tally } = progress
  const counted = { ...tally, looked: tally.looked + rows.length, announced: tally.announced + announced }
  const place = rows.at(-1)?.place
  if (rows.length === pageSize && place !== undefined)
    return { looked: rows.length, announced, progress: { ...counted, owner, after: place } }
  // Whoever joins meanwhile is seen by the next round.
  const next = owners[owners.indexOf(owner) + 1]
  const going = next === undefined ? { endedOn: today } : { owner: next }
  return { looked: Math.max(rows.length, 1), announced, progress: { ...counted, ...going } }
}

/** The list of what is announced first, so that nobody is erased without it; then the day, last what the card says. */
async function announceOne({ ports, model, today }: Run, whole: WholeClient): Promise<boolean> {
  const found = await keptByRules(ports, model, whole)
  if (found === undefined || !isSoon(found, today)) return false
  const { id: client } = whole.client
  if ((await ports.clients.erasure(client)) !== undefined) return false
  const [until, at] = [announcedUntil(found, today), ports.clock.now()]
  await ports.keeping.announce({ client, line: found.line, announcedAt: at, until })
  await ports.clients.restrict({ client, until })
  return ports.clients.keepErasure({
    client,
    state: 'due',
    line: found.line,
    until,
    reason: `keep.${found.line}`,
    askedBy: 'rules',
    askedAt: at,
    places: [],
    rev: 1,
  })
}

/** Tells whoever answers requests of clients, once a day however many runs there were. */
async function tellWhoAnswers(
  { ports, model, today }: Run,
  people: People,
  { at, announced }: { readonly at: string; readonly announced: number },
): Promise<void> {
  const once = `clients_over#${today}`
  for (const employee of whoAnswers(model, people, today))
    // oxlint-disable-next-line no-await-in-loop -- few answer them
    await tell(ports, employee, { id: noticeId(at, once), kind: 'clients_over', at, count: announced }, { once })
}

/** Whoever answers what clients ask about their data: those in the role of the rules, else whoever leads the company. */
function whoAnswers(model: Model, people: People, on: string): readonly string[] {
  const by = personalDataIn(model)?.requests?.by
  const members = by === undefined || by === 'owner_manager' ? [] : membersOf(by, on, people)
  const head = companyHead(people)
  return members.length > 0 || head === null ? members : [head]
}
