import { Refusal } from '#domain/kernel/refusal'
import { sentenceIn } from '#domain/kernel/saying'
import { noticeId } from '#domain/people/notice-id'
import { loadRefusal } from '#loads/words/load-refusal'
import type { KeptLoad, LoadProgress } from '#ports/files'
import type { Ports } from '#ports/ports'
import type { DomainEvent } from '#schemas/event'
import { usedUp } from '#usecases/files/uploads'
import { tell } from '#usecases/people/tell'

/** How long one turn lasts, and for how long nobody else takes a load that says nothing: it may be read all that time. */
const [turnMs, leaseMs] = [100_000, 120_000]
/** How often it is said how far a load is. */
const noteMs = 1_000
/** So many loads the clock goes on with: a turn of each fits into the quarter of an hour that AWS gives it. */
const mostLoads = 8
/** A load that breaks off so often without getting on is given up: a file may be more than a machine can hold. */
const mostAttempts = 5

/** Loads the file that an event tells of. Twice or late is as good as once. */
export async function runAsked(ports: Ports, { detail: { subject } }: DomainEvent): Promise<void> {
  if (subject?.kind === 'load') await runLoad(ports, subject.id)
}

/** Goes on with every load that is not done: there was too much for one turn, or a process ended. */
export async function runWaiting(ports: Ports): Promise<void> {
  for (const id of await ports.loads.waiting(mostLoads)) {
    // oxlint-disable-next-line no-await-in-loop -- one file after the other
    await runLoad(ports, id)
  }
}

/** Somebody else runs the load: whatever is done from here on is theirs to do. */
class Taken extends Error {}

async function runLoad(ports: Ports, id: string): Promise<void> {
  const found = await ports.loads.find(id)
  if (found === undefined) return ports.loads.wasRun(id)
  // A process may have ended between saying that it is over and telling whoever waits for it.
  if (found.state === 'done' || found.state === 'failed') return over(ports, found)
  const now = ports.clock.now()
  if (found.state === 'running' && found.leasedUntil > now) return undefined
  const begun: KeptLoad = {
    ...found,
    rev: found.rev + 1,
    state: 'running',
    attempts: found.attempts + 1,
    ...lease(now),
  }
  if (!(await ports.loads.save(begun))) return undefined
  return attempt(ports, begun).catch((error: unknown) => {
    if (!(error instanceof Taken)) throw error
  })
}

async function attempt(ports: Ports, begun: KeptLoad): Promise<void> {
  const kept = keeping(ports, begun)
  try {
    if (begun.attempts > mostAttempts)
      throw loadRefusal('field_value.load_broken', { name: begun.wish.name, most: mostAttempts })
    const { id, wish, actor, at, known, found, done } = begun
    const before =
      known === undefined || found === undefined || done === undefined ? {} : { before: { known, found, done } }
    const until = Date.parse(ports.clock.now()) + turnMs
    const turn = { id, actor, wish, begunAt: at, until, note: kept.note, ...before }
    const report = await ports.loaders[wish.what].turn(ports, turn)
    if (report === 'left') await kept.save({ state: 'waiting', leasedUntil: ports.clock.now() })
    else await kept.end({ state: 'done', report })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await kept.end({ state: 'failed', why: { en: error.message, ru: await sentenceIn('ru', error) } })
  }
}

/** Writes how far a load is: each time over what was written last, so that two never run one. */
function keeping(ports: Ports, begun: KeptLoad) {
  let load = begun
  let notedAt = 0
  let latest: Partial<LoadProgress> = {}
  const save = async (more: Partial<KeptLoad>): Promise<void> => {
    // What gets on is not given up.
    const isOn = (latest.done ?? 0) > (load.done ?? 0)
    load = { ...load, ...latest, ...(isOn ? { attempts: 1 } : {}), ...more, rev: load.rev + 1 }
    if (!(await ports.loads.save(load))) throw new Taken()
  }
  // Notes come from things that are done side by side, and are written one after the other.
  let last: Promise<void> = Promise.resolve()
  const note = (progress: LoadProgress): Promise<void> => {
    const now = ports.clock.now()
    const isFirst = latest.known === undefined
    latest = progress
    if (!isFirst && Date.parse(now) < notedAt + noteMs) return last
    notedAt = Date.parse(now)
    last = last.then(() => save(lease(now)))
    return last
  }
  const end = async (came: Pick<KeptLoad, 'state' | 'report' | 'why'>): Promise<void> => {
    await last
    await save(came)
    await over(ports, load)
  }
  return { save, note, end }
}

function lease(now: string): Pick<KeptLoad, 'leasedUntil'> {
  return { leasedUntil: new Date(Date.parse(now) + leaseMs).toISOString() }
}

/**
 * Tells whoever asked for a file that it is loaded, or why not, once a file; what was only looked at tells nothing. A file goes
 * when what came of it is kept, and not before: a turn that is taken again has to read it.
 */
async function over(ports: Ports, load: KeptLoad): Promise<void> {
  const { id, wish, actor, state } = load
  if (actor.kind === 'employee' && wish.dryRun !== true) {
    await tellOver(ports, load)
    if (state === 'done') await usedUp(ports, { actor }, { upload: wish.upload })
  }
  await ports.loads.wasRun(id)
}

async function tellOver(
  ports: Ports,
  { id, wish, actor, at, known = 0, done = 0, report, why }: KeptLoad,
): Promise<void> {
  const { what, name } = wish
  const once = `file_loaded#${id}`
  const { refused = 0, asks = 0 } = report ?? {}
  const load = { what, name, added: done, known, refused, asks }
  const said = why === undefined ? {} : { why: why.en, whyRu: why.ru }
  const notice = { id: noticeId(at, once), kind: 'file_loaded' as const, at, load, ...said }
  // Whoever waits for it looks at the page: it is not worth a mail.
  await tell(ports, actor.id, notice, { once, inboxOnly: true })
}
