import { kindNames, kindNamed, paperKinds } from '#documents/domain/register/paper-kinds'
import type { RegisterFault } from '#documents/domain/register/register-fault'
import { readRegisterTable } from '#documents/domain/register/register-table'
import { mayAct } from '#documents/usecases/document-scene'
import { documentRefusal } from '#documents/words/document-refusal'
import { en } from '#documents/words/en'
import { dealNumber } from '#domain/deals/deal-number'
import type { Caller } from '#domain/kernel/access'
import { inWords } from '#domain/kernel/saying'
import { dateIn } from '#domain/time/zone'
import type { LoadProgress } from '#ports/files'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { KeptRegisterLoaded, LoadRegister, RegisterLoaded } from '#schemas/documents/register'
import type { Language } from '#schemas/language-names'
import type { Model } from '#schemas/model'
import type { Command } from '#usecases/command'
import { givenBytes, usedUp } from '#usecases/files/uploads'
import { inTurns } from '#usecases/in-groups'
import { countedAs, keepPaid, keepPaper, type KeepNeeds, type Keeping } from './keep-paper'
import { planRegister, type NewPaper, type RegisterPlan } from './plan-register'
import { readRegisterFile } from './read-register-file'

type Needs = KeepNeeds & Pick<Ports, 'clients' | 'knownClients'>

/** For how long one request keeps papers: AWS ends it at 30 seconds. */
const patienceMs = 20_000
/** Of how many deals papers are kept at once. */
const dealsAtOnce = 8
/** What is told of one file; what is behind is counted. */
const [mostRows, mostFaults] = [200, 1000]

/** The rules that a register is loaded by, and who works here. */
export type RegisterRules = {
  readonly model: Model
  readonly version: number
  readonly people: People
}

/** Lets in who issues papers of some kind, and refuses a kind that is none. */
export async function openRegister(
  { rules, people: company }: Pick<Ports, 'rules' | 'people'>,
  caller: Caller,
  kind: string | undefined,
): Promise<RegisterRules> {
  const [{ model, version }, people] = await Promise.all([rules.current(), company.load()])
  const mayLoad = paperKinds(model).some(({ by }) => mayAct(caller, by, caller.employee ?? '', people))
  if (!mayLoad) throw documentRefusal('forbidden.register')
  if (kind !== undefined && kindNamed(model, kind) === undefined)
    throw documentRefusal('field_value.document_kind', { id: kind, known: [...kindNames(model)] })
  return { model, version, people }
}

/**
 * Loads a register of contracts, other documents and invoices that another system has issued: they keep their numbers, and
 * hang on deals that are there. What is known already adds nothing and is not changed. A dry run says the same and keeps
 * nothing. What one request has no time for is counted as left: the same file, loaded again, goes on there.
 */
export async function loadRegister(
  ports: Needs,
  command: Command & { readonly language: Language },
  input: LoadRegister,
): Promise<RegisterLoaded> {
  const { caller, language } = command
  const by = await openRegister(ports, caller, input.kind)
  const bytes = await givenBytes(ports, caller, input)
  const until = Date.parse(ports.clock.now()) + patienceMs
  const { kind, dryRun } = input
  const loaded = await takeRegister(ports, { ...by, caller, language, bytes, kind, dryRun, until })
  if (!dryRun && loaded.left === 0) await usedUp(ports, caller, input)
  return shownRegister(loaded, language)
}

export type TakeRegister = RegisterRules & {
  readonly caller: Caller
  /** In which language the states that a paper may have are named. */
  readonly language: Language
  readonly bytes: Uint8Array
  readonly kind: string | undefined
  readonly dryRun: boolean
  /** Until when there is time: an instant in milliseconds. */
  readonly until: number
  /** How far turns before this one came: what they kept counts as kept, not as known. */
  readonly before?: LoadProgress
  readonly note?: (progress: LoadProgress) => Promise<void>
}

/** Takes what a register says, as far as there is time for it. */
export async function takeRegister(ports: Needs, taking: TakeRegister): Promise<KeptRegisterLoaded> {
  const { model, version, people, caller, language, bytes, dryRun, until } = taking
  const table = await readRegisterFile(bytes)
  const today = dateIn(model.calendar.timezone, ports.clock.now())
  const kind = taking.kind === undefined ? {} : { kind: taking.kind }
  const read = readRegisterTable(table, { model, today, language, ...kind })
  const plan = await planRegister(ports, read, { caller, model, people })
  const progress = progressOf(taking, read.found, plan)
  await progress.say()
  const keeping = { by: caller.actor.id, model, rulesVersion: version }
  const doing = { ...keeping, until, faultAt: read.faultAt, say: progress.say, came: progress.came }
  const done = dryRun ? { added: plan.papers.length, known: 0, left: 0, faults: [] } : await keepAll(ports, plan, doing)
  const faults = [...read.faults, ...plan.faults, ...done.faults].toSorted((a, b) => a.line - b.line)
  const [added, known] = [progress.earlier + done.added, progress.known + done.known]
  return {
    dryRun,
    ...(table.sheet === undefined ? {} : { sheet: table.sheet }),
    found: read.found,
    added,
    known,
    refused: read.found - added - known - done.left,
    left: done.left,
    rows: plan.papers.slice(0, mostRows).map(shownPaper),
    faults: faults.slice(0, mostFaults),
    faultsLeftOut: Math.max(0, faults.length - mostFaults),
  }
}

/** How far it is: what turns before have kept is known by now, and counts as theirs. */
function progressOf({ before, note }: TakeRegister, found: number, plan: RegisterPlan) {
  const known = Math.min(before?.known ?? plan.known.length, plan.known.length)
  const earlier = plan.known.length - known
  const count = { added: earlier, known }
  const say = async (): Promise<void> => note?.({ found, known: count.known, done: count.added })
  const came = (as: 'added' | 'known'): Promise<void> => {
    count[as] += 1
    return say()
  }
  return { known, earlier, say, came }
}

/** What a register brought, its faults as sentences of a language. */
export async function shownRegister(loaded: KeptRegisterLoaded, language: Language): Promise<RegisterLoaded> {
  const words = language === 'ru' ? (await import('#documents/words/ru')).ru : en
  const rows = loaded.rows.map((row) => ({ ...row }))
  return {
    ...loaded,
    rows,
    faults: loaded.faults.map(({ about, ...where }) => ({ ...where, text: inWords(words, about) })),
  }
}

type Doing = Keeping & {
  readonly until: number
  readonly faultAt: ReturnType<typeof readRegisterTable>['faultAt']
  readonly say: () => Promise<void>
  readonly came: (as: 'added' | 'known') => Promise<void>
}
type Done = Readonly<Record<'added' | 'known' | 'left', number>> & { readonly faults: readonly RegisterFault[] }

/** The last of each series first, so that the others do not wait for one another; then deal by deal. */
async function keepAll(ports: Needs, { papers, known }: RegisterPlan, doing: Doing): Promise<Done> {
  const lasts = lastOfSeries(papers, doing.model)
  const others = papers.filter((paper) => !lasts.includes(paper))
  const unpaid = known.filter(({ isUnpaid }) => isUnpaid)
  const all = [
    await keepOf(ports, lasts, doing),
    ...(await dealByDeal(
      others,
      ({ deal }) => deal.id,
      (own) => keepOf(ports, own, doing),
    )),
    ...(await dealByDeal(
      unpaid,
      ({ dealId }) => dealId,
      (own) => payOf(ports, own, doing),
    )),
  ]
  const sum = (of: 'added' | 'known' | 'left'): number => all.reduce((whole, one) => whole + one[of], 0)
  return {
    added: sum('added'),
    known: sum('known'),
    left: sum('left'),
    faults: all.flatMap(({ faults }) => faults),
  }
}

async function dealByDeal<T>(
  all: readonly T[],
  dealOf: (one: T) => string,
  run: (own: readonly T[]) => Promise<Done>,
): Promise<readonly Done[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) groups.set(dealOf(one), [...(groups.get(dealOf(one)) ?? []), one])
  return inTurns([...groups.values()], dealsAtOnce, run)
}

/** Keeps what is paid of papers that are there; of one that there is no time for it is not said that it was known. */
async function payOf(ports: Needs, papers: RegisterPlan['known'], { until, say }: Doing): Promise<Done> {
  let left = 0
  for (const { id, line } of papers) {
    if (Date.parse(ports.clock.now()) > until) {
      left += 1
      continue
    }
    // oxlint-disable-next-line no-await-in-loop -- papers of one deal tell the same deal
    await keepPaid(ports, { id, line })
    // oxlint-disable-next-line no-await-in-loop -- so that whoever runs it is told that nobody else does
    await say()
  }
  return { added: 0, known: -left, left, faults: [] }
}

async function keepOf(ports: Needs, papers: readonly NewPaper[], doing: Doing): Promise<Done> {
  const count = { added: 0, known: 0, left: 0 }
  const faults: RegisterFault[] = []
  for (const paper of papers) {
    if (Date.parse(ports.clock.now()) > doing.until) {
      count.left += 1
      continue
    }
    // oxlint-disable-next-line no-await-in-loop -- papers of one deal tell the same deal
    const said = await keepPaper(ports, paper, doing)
    if (said === 'added' || said === 'known') {
      count[said] += 1
      // oxlint-disable-next-line no-await-in-loop -- so that whoever runs it is told that nobody else does
      await doing.came(said)
    } else faults.push(doing.faultAt(paper.line.line, 'number', said))
  }
  return { ...count, faults }
}

/** The paper with the highest number of each series. */
function lastOfSeries(papers: readonly NewPaper[], model: Model): readonly NewPaper[] {
  const lasts = new Map<string, { readonly paper: NewPaper; readonly n: number }>()
  for (const paper of papers) {
    const counted = countedAs(paper.line, paper.seller, model)
    if (counted === undefined) continue
    const { seller, series, year, n } = counted
    const place = `${series}#${seller}#${year}`
    if (n > (lasts.get(place)?.n ?? 0)) lasts.set(place, { paper, n })
  }
  return [...lasts.values()].map(({ paper }) => paper)
}

function shownPaper({ line, deal }: NewPaper): RegisterLoaded['rows'][number] {
  const { kind, number, on, buyer, kopecks } = line
  return {
    line: line.line,
    kind: kind.id,
    name: kind.name,
    number,
    on,
    buyer,
    kopecks,
    deal: { id: deal.id, number: dealNumber(deal.id), title: deal.title },
  }
}
