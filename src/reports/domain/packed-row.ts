import { pathInWords, type Called } from './called'
import { emptyColumn, packedNames, type Column, type PackedName } from './columns'
import type { ReachedHow } from './facts'
import { taskPrefix } from './task-wire'

/** A column for every name; empty where a kind of row has none. */
type WideColumns = Readonly<Record<PackedName, Column>>
/** Packed rows of one kind. */
export type Pack = { readonly rows: number; readonly columns: WideColumns }

/** The entries that packed rows come from. */
export type Entries = {
  readonly rows: number
  readonly id: (entry: number) => string
  readonly rev: (entry: number) => number
  readonly owner: (entry: number) => string
  readonly pipeline: (entry: number) => string
}

/** Columns by name, of one make for all kinds of row: whatever reads them stays fast for all. */
export function wideColumns(columnOf: (name: PackedName) => Column | undefined): WideColumns {
  return Object.fromEntries(packedNames.map((name) => [name, columnOf(name) ?? emptyColumn])) as WideColumns
}

type Status = 'open' | 'done' | 'cancelled' | 'won' | 'closed'

/** A row of any kind, which looks up its columns when it is asked. What its kind does not have is not to be asked for. */
export class PackedRow {
  readonly #columns: WideColumns
  readonly #row: number
  readonly #entries: Entries
  readonly #called: Called | undefined

  constructor(columns: WideColumns, row: number, entries: Entries, called: Called | undefined) {
    this.#columns = columns
    this.#row = row
    this.#entries = entries
    this.#called = called
  }

  get deal(): string {
    return (this.#columns.deal.at(this.#row) ?? this.#entries.id(this.#columns.entry.at(this.#row) as number)) as string
  }

  get dealOwner(): string {
    return this.#entries.owner(this.#columns.entry.at(this.#row) as number)
  }

  get dealPipeline(): string {
    const pipeline = this.#entries.pipeline(this.#columns.entry.at(this.#row) as number)
    return this.#called === undefined ? pipeline : this.#called.pipeline(pipeline)
  }

  get id(): string {
    return idOf(this.deal, this.#columns.name.at(this.#row) as string)
  }

  get owner(): string {
    return this.#columns.owner.at(this.#row) as string
  }

  get source(): string {
    return this.#columns.source.at(this.#row) as string
  }

  get stage(): string {
    const stage = this.#columns.stage.at(this.#row) as string
    return this.#called === undefined
      ? stage
      : this.#called.place(this.#columns.pipeline.at(this.#row) as string, stage).stage
  }

  get pipeline(): string {
    const pipeline = this.#columns.pipeline.at(this.#row) as string
    if (this.#called === undefined) return pipeline
    const stage = this.#columns.stage.at(this.#row) as string | undefined
    return stage === undefined ? this.#called.pipeline(pipeline) : this.#called.place(pipeline, stage).pipeline
  }

  get by(): string {
    return this.#columns.by.at(this.#row) as string
  }

  get month(): string {
    return this.#columns.month.at(this.#row) as string
  }

  get department(): string {
    return this.#columns.department.at(this.#row) as string
  }

  get currency(): string {
    return this.#columns.currency.at(this.#row) as string
  }

  get title(): string {
    return this.#columns.title.at(this.#row) as string
  }

  get client(): string {
    return this.#columns.client.at(this.#row) as string
  }

  get path(): string {
    const path = this.#columns.path.at(this.#row) as string
    return this.#called === undefined
      ? path
      : pathInWords(this.#columns.pipeline.at(this.#row) as string, path, this.#called)
  }

  get reason(): string {
    return this.#columns.reason.at(this.#row) as string
  }

  get template(): string {
    return this.#columns.template.at(this.#row) as string
  }

  get responsible(): string {
    return this.#columns.responsible.at(this.#row) as string
  }

  get missedBy(): string | undefined {
    return this.#columns.missedBy.at(this.#row) as string | undefined
  }

  get lateBefore(): string | undefined {
    return this.#columns.lateBefore.at(this.#row) as string | undefined
  }

  get replyBy(): string | undefined {
    return this.#columns.replyBy.at(this.#row) as string | undefined
  }

  get fields(): string {
    return this.#columns.fields.at(this.#row) as string
  }

  get expectedClose(): string | undefined {
    return this.#columns.expectedClose.at(this.#row) as string | undefined
  }

  get at(): number {
    return this.#columns.at.at(this.#row) as number
  }

  get working(): number {
    return this.#columns.working.at(this.#row) as number
  }

  get wall(): number {
    return this.#columns.wall.at(this.#row) as number
  }

  get amountMinor(): number {
    return this.#columns.amountMinor.at(this.#row) as number
  }

  get baseMinor(): number {
    return this.#columns.baseMinor.at(this.#row) as number
  }

  get cycleMs(): number {
    return this.#columns.cycleMs.at(this.#row) as number
  }

  get createdAt(): number {
    return this.#columns.createdAt.at(this.#row) as number
  }

  get enteredAt(): number {
    return this.#columns.enteredAt.at(this.#row) as number
  }

  get configVersion(): number {
    return this.#columns.configVersion.at(this.#row) as number
  }

  get tasks(): number {
    return this.#columns.tasks.at(this.#row) as number
  }

  get promisedAt(): number | undefined {
    return this.#columns.promisedAt.at(this.#row) as number | undefined
  }

  get replyAt(): number | undefined {
    return this.#columns.replyAt.at(this.#row) as number | undefined
  }

  get replyWorking(): number | undefined {
    return this.#columns.replyWorking.at(this.#row) as number | undefined
  }

  get replyWall(): number | undefined {
    return this.#columns.replyWall.at(this.#row) as number | undefined
  }

  get endedAt(): number | undefined {
    return this.#columns.endedAt.at(this.#row) as number | undefined
  }

  get deadline(): number | undefined {
    return this.#columns.deadline.at(this.#row) as number | undefined
  }

  get dueAt(): number | undefined {
    return this.#columns.dueAt.at(this.#row) as number | undefined
  }

  get isImported(): boolean {
    return this.#columns.isImported.at(this.#row) === 1
  }

  get isClosed(): boolean {
    return this.#columns.isClosed.at(this.#row) === 1
  }

  get isInTime(): boolean {
    return this.#columns.isInTime.at(this.#row) === 1
  }

  get isOnward(): boolean {
    return this.#columns.isOnward.at(this.#row) === 1
  }

  get isMissed(): boolean {
    return this.#columns.isMissed.at(this.#row) === 1
  }

  get isBornLate(): boolean {
    return this.#columns.isBornLate.at(this.#row) === 1
  }

  get isAlone(): boolean {
    return this.#columns.isAlone.at(this.#row) === 1
  }

  get how(): ReachedHow {
    return this.#columns.how.at(this.#row) as ReachedHow
  }

  get status(): Status {
    return this.#columns.status.at(this.#row) as Status
  }
}

function idOf(deal: string, name: string): string {
  return name.startsWith('=') ? name.slice(1) : taskPrefix(deal) + name
}
