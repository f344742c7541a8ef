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
  WonFact,
} from './facts'
import { factsFormat, otherThan, refuseOtherFormat, trimmed, type Part } from './wire-format'

/**
 * Facts as they are kept: the same, written short. Names of properties are left out, and so is what is as usual: the owner
 * and the direction of the deal itself, stages that were entered. A year of a large company has to go through a parser.
 */

const hows: readonly ReachedHow[] = ['entered', 'skipped', 'imported']

/** Facts of a month as text: the deal, its direction and owner, and a part for each kind of fact, which may be empty. */
export function writeMonth(facts: MonthFacts): string {
  const { deal, pipeline, owner, made, reached, ended, overridden, won, lost } = facts
  const parts = [
    made && writeMade(made, facts),
    reached?.map((one) => writeReached(one, facts)),
    ended?.map((one) => writeEnded(one, facts)),
    overridden?.map((one) => writeOverridden(one, facts)),
    won && writeWon(won, facts),
    lost && writeLost(lost, facts),
  ]
  // JSON has no tabs of its own, and names of deals, directions and people have none either.
  return [
    factsFormat,
    deal,
    pipeline,
    owner,
    ...parts.map((part) => (part === undefined ? '' : JSON.stringify(part))),
  ].join('\t')
}

/** Facts of a month out of their text. A report looks at one or two kinds of fact: only those are taken apart, and once. */
export function readMonth(text: string): MonthFacts {
  return new MonthText(text)
}

class MonthText implements MonthFacts {
  readonly deal: string
  readonly pipeline: string
  readonly owner: string
  readonly #parts: readonly string[]
  #made: Made | undefined
  #reached: readonly Reached[] | undefined
  #ended: readonly Ended[] | undefined
  #overridden: readonly Overridden[] | undefined
  #won: WonFact | undefined
  #lost: LostFact | undefined

  constructor(text: string) {
    const parts = text.split('\t')
    refuseOtherFormat(text)
    this.deal = parts[1] ?? ''
    this.pipeline = parts[2] ?? ''
    this.owner = parts[3] ?? ''
    this.#parts = parts
  }

  get made(): Made | undefined {
    return (this.#made ??= this.#one(4, readMade))
  }

  get reached(): readonly Reached[] | undefined {
    return (this.#reached ??= this.#list(5, readReached))
  }

  get ended(): readonly Ended[] | undefined {
    return (this.#ended ??= this.#list(6, readEnded))
  }

  get overridden(): readonly Overridden[] | undefined {
    return (this.#overridden ??= this.#list(7, readOverridden))
  }

  get won(): WonFact | undefined {
    return (this.#won ??= this.#one(8, readWon))
  }

  get lost(): LostFact | undefined {
    return (this.#lost ??= this.#one(9, readLost))
  }

  #one<T>(part: number, read: (kept: readonly never[], about: About) => T): T | undefined {
    const text = this.#parts[part]
    return text === undefined || text === '' ? undefined : read(JSON.parse(text), this)
  }

  #list<T>(part: number, read: (kept: readonly never[], about: About) => T): readonly T[] | undefined {
    return this.#one(part, (all: readonly (readonly never[])[], about) => all.map((one) => read(one, about)))
  }
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
  const one = kept as unknown as readonly [
    number,
    string | null,
    string,
    readonly (readonly [string, number?, string?])[],
    number,
    number | null,
    readonly [number, string, number, number, number] | null,
  ]
  const [promisedAt, said, flags] = [one[5], one[6], one[4]]
  return {
    at: one[0],
    owner: one[1] ?? own,
    source: one[2],
    reached: one[3].map((stage) => [stage[0], stage[2] ?? pipeline, hows[stage[1] ?? 0] ?? 'entered']),
    isImported: (flags & 1) === 1,
    ...(promisedAt === null ? {} : { promisedAt }),
    ...(said === null
      ? {}
      : { reply: { at: said[0], by: said[1], working: said[2], wall: said[3], isInTime: said[4] === 1 } }),
    isClosed: (flags & 2) === 2,
  }
}

function writeReached([stage, pipeline, at, how, owner]: Reached, about: About): Part {
  const usual = [otherThan(owner, about.owner), otherThan(pipeline, about.pipeline)]
  return trimmed([stage, at, hows.indexOf(how) || null, ...usual])
}

function readReached(kept: readonly never[], about: About): Reached {
  // Hundreds of thousands are read for one report: by their place, which takes a tenth of taking a tuple apart.
  const one = kept as unknown as readonly [string, number, number?, string?, string?]
  return [one[0], one[4] ?? about.pipeline, one[1], hows[one[2] ?? 0] ?? 'entered', one[3] ?? about.owner]
}

function writeEnded([stage, pipeline, at, owner, isOnward, working, wall, isImported]: Ended, about: About): Part {
  const usual = [otherThan(owner, about.owner), otherThan(pipeline, about.pipeline)]
  return trimmed([stage, at, isOnward + isImported * 2, working, wall, ...usual])
}

function readEnded(kept: readonly never[], about: About): Ended {
  const one = kept as unknown as readonly [string, number, number, number, number, string?, string?]
  const flags = one[2]
  const pipeline = one[6] ?? about.pipeline
  const owner = one[5] ?? about.owner
  return [one[0], pipeline, one[1], owner, (flags & 1) === 1 ? 1 : 0, one[3], one[4], (flags & 2) === 2 ? 1 : 0]
}

function writeOverridden([stage, pipeline, at, owner, by]: Overridden, about: About): Part {
  return trimmed([stage, at, by, otherThan(owner, about.owner), otherThan(pipeline, about.pipeline)])
}

function readOverridden(kept: readonly never[], about: About): Overridden {
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
