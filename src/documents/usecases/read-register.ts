import { documentRow, invoiceRow, registerRows, type RegisterRow } from '#documents/domain/register/register-rows'
import { mayAct } from './document-scene'
import { documentRefusal } from '#documents/words/document-refusal'
import { isTrusted } from '#domain/deals/task-rights'
import type { Caller } from '#domain/kernel/access'
import { companyHead } from '#domain/kernel/heads'
import { dateIn } from '#domain/time/zone'
import { shownInvoice } from '#domain/money/invoice-state'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { RegisterQuery } from '#schemas/documents/register'
import type { Model } from '#schemas/model'

type Needs = Pick<Ports, 'clock' | 'documents' | 'money' | 'people' | 'rules'>

/** The papers of a year, and what they may be narrowed by. */
export type Register = {
  readonly year: number
  readonly rows: readonly RegisterRow[]
  readonly kinds: readonly { readonly id: string; readonly name: string }[]
  /** Whether the reader issues some of them, and so may load what was issued elsewhere. */
  readonly mayLoad: boolean
}

/**
 * Every document and invoice issued in a year, the newest first: of all kinds for whoever sees all deals, else of those that
 * the file lets them issue. Refuses whoever issues nothing.
 */
export async function readRegister(
  ports: Needs,
  caller: Caller,
  { year: asked, ...narrowed }: Omit<RegisterQuery, 'lang'>,
): Promise<Register> {
  const [{ model }, people] = await Promise.all([ports.rules.current(), ports.people.load()])
  const kinds = kindsOf(model).filter(({ by }) => sees(caller, by, people))
  if (kinds.length === 0) throw documentRefusal('forbidden.register')
  const year = asked ?? Number(dateIn(model.calendar.timezone, ports.clock.now()).slice(0, 4))
  const [documents, invoices] = await Promise.all([
    ports.documents.issuedIn(String(year)),
    ports.money.issuedIn(String(year)),
  ])
  const all = [...documents.map(documentRow), ...invoices.map((one) => invoiceRow(shownInvoice(one)))]
  const own = all.filter(({ kind }) => isOfAll(caller) || kinds.some(({ id }) => id === kind))
  const mayLoad = kinds.some(({ by }) => mayAct(caller, by, caller.employee ?? '', people))
  return { year, rows: registerRows(own, narrowed), kinds: kinds.map(({ id, name }) => ({ id, name })), mayLoad }
}

/** Whether somebody has a register to read. */
export async function mayReadRegister(
  { rules, people }: Pick<Ports, 'rules' | 'people'>,
  caller: Caller,
): Promise<boolean> {
  const [{ model }, company] = await Promise.all([rules.current(), people.load()])
  return kindsOf(model).some(({ by }) => sees(caller, by, company))
}

function kindsOf({ documents = {}, invoices = {} }: Model) {
  return [...Object.values(documents), ...Object.values(invoices)].map(({ id, name, by }) => ({ id, name, by }))
}

function isOfAll(caller: Caller): boolean {
  return isTrusted(caller) || caller.reach.deals_read === 'all'
}

function sees(caller: Caller, by: string, people: People): boolean {
  if (isOfAll(caller) || caller.roles.includes(by)) return true
  return by === 'owner_manager' && caller.employee !== null && caller.employee === companyHead(people)
}
