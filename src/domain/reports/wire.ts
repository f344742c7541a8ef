import type {
  About,
  Ended,
  LostFact,
  Made,
  MonthFacts,
  OpenFacts,
  Overridden,
  Reached,
  ReachedHow,
  TaskFact,
  TaskFacts,
  TaskOfDeal,
  WonFact,
} from './facts'

/**
 * Facts as they are kept: the same, written short. Names of properties are left out, and so is what is as usual: the owner
 * and the direction of the deal itself, stages that were entered. A year of a large company has to go through a parser.
 */

type Part = string | number | null | readonly Part[] | { readonly [key: string]: Part }

const hows: readonly ReachedHow[] = ['entered', 'skipped', 'imported']
const statuses: readonly TaskFact['status'][] = ['open', 'done', 'cancelled']

/** Facts of a month as text. */
export function writeMonth(facts: MonthFacts): string {
  const { deal, pipeline, owner, made, reached, ended, overridden, won, lost } = facts
  return JSON.stringify(
    trimmed([
      deal,
      pipeline,
      owner,
      made === undefined ? null : writeMade(made, facts),
      reached === undefined ? null : reached.map((one) => writeReached(one, facts)),
      ended === undefined ? null : ended.map((one) => writeEnded(one, facts)),
      overridden === undefined ? null : overridden.map((one) => writeOverridden(one, facts)),
      won === undefined ? null : writeWon(won, facts),
      lost === undefined ? null : writeLost(lost, facts),
    ]),
  )
}

/** Facts of a month out of their text. */
export function readMonth(text: string): MonthFacts {
  const [deal, pipeline, owner, made, reached, ended, overridden, won, lost] = JSON.parse(text)
  const about: About = { deal, pipeline, owner }
  // Thousands are read for one report: properties are set one by one, which costs a third of spreading objects.
  const facts: { -readonly [K in keyof MonthFacts]: MonthFacts[K] } = { deal, pipeline, owner }
  if (made) facts.made = readMade(made, about)
  if (reached) facts.reached = reached.map((one: never) => readReached(one, about))
  if (ended) facts.ended = ended.map((one: never) => readEnded(one, about))
  if (overridden) facts.overridden = overridden.map((one: never) => readOverridden(one, about))
  if (won) facts.won = readWon(won, about)
  if (lost) facts.lost = readLost(lost, about)
  return facts
}

/** Facts of the tasks of a month as text. Of a task’s id only what the deal does not say is kept. */
export function writeTasks({ deal, tasks }: TaskFacts): string {
  const prefix = taskPrefix(deal)
  const rows = tasks.map((task) =>
    trimmed([
      task.id.startsWith(prefix) ? task.id.slice(prefix.length) : `=${task.id}`,
      task.pipeline,
      task.stage,
      task.responsible,
      statuses.indexOf(task.status),
      task.createdAt,
      task.endedAt ?? null,
      task.deadline ?? null,
      (task.isMissed ? 1 : 0) + (task.isBornLate ? 2 : 0),
      task.id.endsWith(`-${task.template}`) ? null : task.template,
    ]),
  )
  return JSON.stringify([deal, rows])
}

/** Facts of the tasks of a month out of their text. */
export function readTasks(text: string): readonly TaskOfDeal[] {
  const [deal, rows] = JSON.parse(text) as [string, never[]]
  const prefix = taskPrefix(deal)
  return rows.map(
    ([name, pipeline, stage, responsible, status, createdAt, endedAt, deadline, flags, template]: [
      string,
      string,
      string,
      string,
      number,
      number,
      number?,
      number?,
      number?,
      string?,
    ]) => ({
      deal,
      id: name.startsWith('=') ? name.slice(1) : prefix + name,
      template: template ?? name.slice(name.indexOf('-') + 1),
      pipeline,
      stage,
      responsible,
      status: statuses[status] ?? 'open',
      createdAt,
      ...(typeof endedAt === 'number' ? { endedAt } : {}),
      ...(typeof deadline === 'number' ? { deadline } : {}),
      isMissed: ((flags ?? 0) & 1) === 1,
      isBornLate: ((flags ?? 0) & 2) === 2,
    }),
  )
}

/** What is open, as text; it is read whole, so it is kept as it is. */
export function writeOpen(facts: OpenFacts): string {
  return JSON.stringify(facts)
}

function writeMade(made: Made, about: About): Part {
  const { at, owner, source, reached, isImported, promisedAt, reply, isClosed } = made
  const stages = reached.map(([stage, pipeline, how]) =>
    trimmed([stage, hows.indexOf(how) || null, otherThan(pipeline, about.pipeline)]),
  )
  const said = reply === undefined ? null : [reply.at, reply.by, reply.working, reply.wall, reply.isInTime ? 1 : 0]
  return [
    at,
    otherThan(owner, about.owner),
    source,
    stages,
    (isImported ? 1 : 0) + (isClosed ? 2 : 0),
    promisedAt ?? null,
    said,
  ]
}

function readMade(kept: readonly never[], { owner: own, pipeline }: About): Made {
  const [at, owner, source, stages, flags, promisedAt, said] = kept as unknown as [
    number,
    string | null,
    string,
    [string, number?, string?][],
    number,
    number | null,
    [number, string, number, number, number] | null,
  ]
  const reply =
    said === null
      ? {}
      : { reply: { at: said[0], by: said[1], working: said[2], wall: said[3], isInTime: said[4] === 1 } }
  return {
    at,
    owner: owner ?? own,
    source,
    reached: stages.map(([stage, how, of]) => [stage, of ?? pipeline, hows[how ?? 0] ?? 'entered']),
    isImported: (flags & 1) === 1,
    ...(promisedAt === null ? {} : { promisedAt }),
    ...reply,
    isClosed: (flags & 2) === 2,
  }
}

function writeReached([stage, pipeline, at, how, owner]: Reached, about: About): Part {
  const usual = [otherThan(owner, about.owner), otherThan(pipeline, about.pipeline)]
  return trimmed([stage, at, hows.indexOf(how) || null, ...usual])
}

function readReached(kept: never, about: About): Reached {
  const [stage, at, how, owner, pipeline] = kept as unknown as [string, number, number?, string?, string?]
  return [stage, pipeline ?? about.pipeline, at, hows[how ?? 0] ?? 'entered', owner ?? about.owner]
}

function writeEnded([stage, pipeline, at, owner, isOnward, working, wall, isImported]: Ended, about: About): Part {
  const usual = [otherThan(owner, about.owner), otherThan(pipeline, about.pipeline)]
  return trimmed([stage, at, isOnward + isImported * 2, working, wall, ...usual])
}

function readEnded(kept: never, about: About): Ended {
  const [stage, at, flags, working, wall, owner, pipeline] = kept as unknown as [
    string,
    number,
    number,
    number,
    number,
    string?,
    string?,
  ]
  const [isOnward, isImported] = [(flags & 1) === 1 ? 1 : 0, (flags & 2) === 2 ? 1 : 0] as const
  return [stage, pipeline ?? about.pipeline, at, owner ?? about.owner, isOnward, working, wall, isImported]
}

function writeOverridden([stage, pipeline, at, owner, by]: Overridden, about: About): Part {
  return trimmed([stage, at, by, otherThan(owner, about.owner), otherThan(pipeline, about.pipeline)])
}

function readOverridden(kept: never, about: About): Overridden {
  const [stage, at, by, owner, pipeline] = kept as unknown as [string, number, string, string?, string?]
  return [stage, pipeline ?? about.pipeline, at, owner ?? about.owner, by]
}

function writeWon(won: WonFact, about: About): Part {
  const { at, month, owner, department, pipeline, axes, amountMinor, currency, baseMinor } = won
  const books = [at, month, department, axes, amountMinor, currency, otherThan(baseMinor, amountMinor)]
  const usual = [otherThan(owner, about.owner), otherThan(pipeline, about.pipeline)]
  return trimmed([...books, won.title, won.client, won.cycleMs, won.path, ...usual])
}

function readWon(kept: readonly never[], about: About): WonFact {
  const [at, month, department, axes, amountMinor, currency, base, title, client, cycleMs, path, owner, pipeline] =
    kept as unknown as [
      number,
      string,
      string,
      Record<string, string>,
      number,
      string,
      number | null,
      string,
      string,
      number,
      string[],
      string?,
      string?,
    ]
  return {
    at,
    month,
    owner: owner ?? about.owner,
    department,
    pipeline: pipeline ?? about.pipeline,
    axes,
    amountMinor,
    currency,
    baseMinor: base ?? amountMinor,
    title,
    client,
    cycleMs,
    path,
  }
}

function writeLost(lost: LostFact, about: About): Part {
  const { at, owner, stage, pipeline, reason, amountMinor, currency, path } = lost
  const usual = [otherThan(owner, about.owner), otherThan(pipeline, about.pipeline)]
  return trimmed([at, stage, reason, amountMinor, currency, path, ...usual])
}

function readLost(kept: readonly never[], about: About): LostFact {
  const [at, stage, reason, amountMinor, currency, path, owner, pipeline] = kept as unknown as [
    number,
    string,
    string,
    number,
    string,
    string[],
    string?,
    string?,
  ]
  const place = { owner: owner ?? about.owner, pipeline: pipeline ?? about.pipeline }
  return { at, stage, ...place, reason, amountMinor, currency, path }
}

function taskPrefix(deal: string): string {
  return `task_${deal.slice('deal_'.length)}-`
}

function otherThan<T>(value: T, usual: T): T | null {
  return value === usual ? null : value
}

/** Without the nulls at its end. */
function trimmed(parts: readonly Part[]): readonly Part[] {
  const last = parts.findLastIndex((part) => part !== null)
  return parts.slice(0, last + 1)
}
