import { kindNames, kindNamed, paperKinds } from '#documents/domain/register/paper-kinds'
import type { RegisterFault } from '#documents/domain/register/register-fault'
import { readRegisterTable } from '#documents/domain/register/register-table'
import { mayAct } from '#documents/usecases/document-scene'
import { documentRefusal } from '#documents/words/document-refusal'
import { en } from '#documents/words/en'
import { dealNumber } from '#domain/deals/deal-number'
import { inWords } from '#domain/kernel/saying'
import { dateIn } from '#domain/time/zone'
import type { Ports } from '#ports/ports'
import type { LoadRegister, RegisterLoaded } from '#schemas/documents/register'
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
  const [{ model, version }, people] = await Promise.all([ports.rules.current(), ports.people.load()])
  const mayLoad = paperKinds(model).some(({ by }) => mayAct(caller, by, caller.employee ?? '', people))
  if (!mayLoad) throw documentRefusal('forbidden.register')
  if (input.kind !== undefined && kindNamed(model, input.kind) === undefined)
    throw documentRefusal('field_value.document_kind', { id: input.kind, known: [...kindNames(model)] })
  const at = ports.clock.now()
  const table = await readRegisterFile(await givenBytes(ports, caller, input))
  const today = dateIn(model.calendar.timezone, at)
  const kind = input.kind === undefined ? {} : { kind: input.kind }
  const read = readRegisterTable(table, { model, today, language, ...kind })
  const plan = await planRegister(ports, read, { caller, model, people })
  const keeping = { by: caller.actor.id, model, rulesVersion: version }
  const done = input.dryRun
    ? { added: plan.papers.length, left: 0, faults: [] }
    : await keepAll(ports, plan, { ...keeping, until: Date.parse(at) + patienceMs, faultAt: read.faultAt })
  if (!input.dryRun && done.left === 0) await usedUp(ports, caller, input)
  const faults = [...read.faults, ...plan.faults, ...done.faults].toSorted((a, b) => a.line - b.line)
  return {
    dryRun: input.dryRun,
    ...(table.sheet === undefined ? {} : { sheet: table.sheet }),
    found: read.found,
    added: done.added,
    known: plan.known.length,
    refused: read.found - done.added - plan.known.length - done.left,
    left: done.left,
    rows: plan.papers.slice(0, mostRows).map(shownPaper),
    faults: await worded(faults.slice(0, mostFaults), language),
    faultsLeftOut: Math.max(0, faults.length - mostFaults),
  }
}

type Doing = Keeping & { readonly until: number; readonly faultAt: ReturnType<typeof readRegisterTable>['faultAt'] }
type Done = { readonly added: number; readonly left: number; readonly faults: readonly RegisterFault[] }

/** The last of each series first, so that the others do not wait for one another; then deal by deal. */
async function keepAll(ports: Needs, { papers, known }: RegisterPlan, doing: Doing): Promise<Done> {
  const lasts = lastOfSeries(papers, doing.model)
  const others = new Map<string, NewPaper[]>()
  for (const paper of papers) {
    if (lasts.includes(paper)) continue
    others.set(paper.deal.id, [...(others.get(paper.deal.id) ?? []), paper])
  }
  const first = await keepOf(ports, lasts, doing)
  const rest = await inTurns([...others.values()], dealsAtOnce, (own) => keepOf(ports, own, doing))
  for (const { id, line, isUnpaid } of known) {
    // oxlint-disable-next-line no-await-in-loop -- none, unless a process ended between an invoice and its payment
    if (isUnpaid) await keepPaid(ports, { id, line })
  }
  const all = [first, ...rest]
  return {
    added: all.reduce((sum, { added }) => sum + added, 0),
    left: all.reduce((sum, { left }) => sum + left, 0),
    faults: all.flatMap(({ faults }) => faults),
  }
}

async function keepOf(ports: Needs, papers: readonly NewPaper[], doing: Doing): Promise<Done> {
  let [added, left] = [0, 0]
  const faults: RegisterFault[] = []
  for (const paper of papers) {
    if (Date.parse(ports.clock.now()) > doing.until) {
      left += 1
      continue
    }
    // oxlint-disable-next-line no-await-in-loop -- papers of one deal tell the same deal
    const said = await keepPaper(ports, paper, doing)
    if (said === undefined) added += 1
    else faults.push(doing.faultAt(paper.line.line, 'number', said))
  }
  return { added, left, faults }
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

async function worded(faults: readonly RegisterFault[], language: Language): Promise<RegisterLoaded['faults']> {
  const words = language === 'ru' ? (await import('#documents/words/ru')).ru : en
  return faults.map(({ about, ...where }) => ({ ...where, text: inWords(words, about) }))
}
