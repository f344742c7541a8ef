import { shownDocument } from '#documents/domain/document-state'
import { sendDocument, signDocument } from '#documents/usecases/change-document'
import { issueDocument } from '#documents/usecases/issue-document'
import { makeDocument } from '#documents/usecases/make-document'
import { ruleFileKey } from '#domain/files/file-key'
import { leftToPay, stateOf } from '#domain/money/invoice-state'
import { dateIn } from '#domain/time/zone'
import { book } from '#money/domain/invoices/booking'
import { issueInvoice } from '#money/usecases/issue-invoice'
import { makeInvoice } from '#money/usecases/make-invoice'
import { decideMoney } from '#money/usecases/save-money'
import { memoryFiles } from '#memory/files'
import { moneyRefusal } from '#money/words/money-refusal'
import type { Ports } from '#ports/ports'
import type { RulesVersion } from '#ports/rules'
import type { KeptInvoice, KeptPayment } from '#schemas/money/money'
import type { Model } from '#schemas/model'
import type { Command } from '#usecases/command'
import type { TrialAction } from './test-file'

/** What a step does to documents, invoices and money. */
export type PaperAction = Extract<TrialAction, { kind: 'make' | 'issue' | 'send' | 'sign' | 'pay' }>

type Doing = { readonly ports: Ports; readonly command: Command; readonly dealId: string; readonly model: Model }

/** Does it by the commands that people use. What is not made yet is made first. */
export async function performOnPapers(doing: Doing, action: PaperAction): Promise<unknown> {
  const { ports, command, dealId, model } = doing
  if (action.kind === 'pay') return pay(doing, action)
  const { paper } = action
  const isInvoice = model.documents?.[paper] === undefined && model.invoices?.[paper] !== undefined
  if (action.kind === 'make') return make(doing, paper, isInvoice)
  if (isInvoice) return issueInvoice(ports, command, await draftOf(doing, paper))
  if (action.kind === 'issue') return issueDocument(ports, command, await documentOf(doing, paper, 'draft'))
  const id = await documentOf(doing, paper, 'live')
  if (action.kind === 'send') return sendDocument(ports, command, id)
  const asked = model.documents?.[paper]?.signedBy ?? 'both'
  const who = action.kind === 'sign' && action.who !== 'both' ? action.who : asked
  for (const one of ['client', 'us'] as const) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as people sign
    if (who === 'both' || who === one) await signDocument(ports, command, id, { who: one })
  }
  return ports.deals.find(dealId)
}

function make({ ports, command, dealId }: Doing, kind: string, isInvoice: boolean): Promise<{ readonly id: string }> {
  return isInvoice ? makeInvoice(ports, command, dealId, { kind }) : makeDocument(ports, command, dealId, { kind })
}

async function draftOf(doing: Doing, kind: string): Promise<string> {
  const own = await doing.ports.money.invoicesOf(doing.dealId)
  const draft = own.findLast((one) => one.kind === kind && stateOf(one) === 'draft')
  return draft?.id ?? (await make(doing, kind, true)).id
}

async function documentOf(doing: Doing, kind: string, wanted: 'draft' | 'live'): Promise<string> {
  const own = await doing.ports.documents.ofDeal(doing.dealId)
  const found = own.findLast((one) => one.kind === kind && (one.stands === 'draft') === (wanted === 'draft'))
  return found?.id ?? (await make(doing, kind, false)).id
}

/** Money comes in and is booked on an invoice, as the accountant would; what is more than that is an advance. */
async function pay(doing: Doing, { kopecks, paper }: Extract<PaperAction, { kind: 'pay' }>): Promise<unknown> {
  const { ports, dealId, model } = doing
  const own = await ports.money.invoicesOf(dealId)
  const open = own.filter((one) => one.isIssued && leftToPay(one) > 0)
  const invoice = open.find(({ kind }) => paper === undefined || kind === paper)
  if (invoice === undefined) throw moneyRefusal('invoice_unknown', { id: paper ?? '–' })
  const at = ports.clock.now()
  const payment = paymentOf(invoice, {
    id: `pay_${own.reduce((sum, { shares }) => sum + shares.length, 1)}`,
    kopecks,
    at,
    on: dateIn(model.calendar.timezone, at),
  })
  const wanted = [{ invoice: invoice.id, kopecks: Math.min(kopecks, leftToPay(invoice)) }]
  return decideMoney(ports, 'A payment was booked', async () => ({
    change: book(
      payment,
      { wanted, invoices: await ports.money.invoicesOf(dealId) },
      { at, by: doing.command.caller.actor.id },
    ),
    answer: payment,
  }))
}

function paymentOf(
  { seller, buyer, number }: KeptInvoice,
  { id, kopecks, at, on }: { readonly id: string; readonly kopecks: number; readonly at: string; readonly on: string },
): KeptPayment {
  return {
    id,
    version: 1,
    state: 'unmatched',
    direction: 'in',
    account: '',
    seller,
    number: '1',
    bookedOn: on,
    kopecks,
    name: buyer.name,
    inn: buyer.inn ?? '',
    purpose: `Оплата по счёту ${number ?? ''}`,
    rule: 'trial',
    suggested: [],
    shares: [],
    dueAt: null,
    statement: 'trial',
    line: 0,
    trace: [{ at, by: 'trial', did: 'loaded' }],
  }
}

/** How far the newest paper of each kind is; `none` where there is none. */
export async function papersOf(
  { documents, money }: Ports,
  dealId: string,
  model: Model,
): Promise<Record<string, string>> {
  const [own, invoices] = await Promise.all([documents.ofDeal(dealId), money.invoicesOf(dealId)])
  const said = Object.keys({ ...model.invoices, ...model.documents }).map((kind) => {
    const document = own.findLast((one) => one.kind === kind)
    const invoice = invoices.findLast((one) => one.kind === kind)
    if (document !== undefined) return [kind, shownDocument(document).state] as const
    return [kind, invoice === undefined ? 'none' : stateOf(invoice)] as const
  })
  return Object.fromEntries(said)
}

/** What the empty sheet is called in the place of a hash. */
const blankSheetHash = 'b1a2'.padEnd(64, '0')

/**
 * The rules with an empty sheet in the place of every template: what is tried is when papers are made, by whom and what
 * waits for them; what is printed is checked with the files, by `norma check`.
 */
export function withBlankTemplates(rules: RulesVersion): RulesVersion {
  const kinds = Object.values(rules.model.documents ?? {})
  if (kinds.length === 0) return rules
  return { ...rules, files: Object.fromEntries(kinds.map(({ template }) => [template, blankSheetHash])) }
}

/** Files in which every template is that empty sheet, and everything else that is kept. */
export function blankTemplates(now: () => string): Ports['files'] {
  const key = ruleFileKey(blankSheetHash)
  const { files } = memoryFiles({ now })
  return { ...files, get: async (name) => (name === key ? blankSheet() : files.get(name)) }
}

let sheet: Promise<Uint8Array> | undefined

/** A Word file without a word in it. */
function blankSheet(): Promise<Uint8Array> {
  sheet ??= (async () => {
    const { default: PizZip } = await import('pizzip')
    const zip = new PizZip()
    const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    const packed = 'http://schemas.openxmlformats.org/package/2006'
    const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
    zip.file(
      '[Content_Types].xml',
      `<Types xmlns="${packed}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
    )
    zip.file(
      '_rels/.rels',
      `<Relationships xmlns="${packed}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    )
    zip.file('word/document.xml', `<w:document xmlns:w="${word}"><w:body><w:p/></w:body></w:document>`)
    return zip.generate({ type: 'uint8array' })
  })()
  return sheet
}
