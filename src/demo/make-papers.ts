import { confirmForm, sendDocument, signDocument } from '#documents/usecases/change-document'
import { issueDocument } from '#documents/usecases/issue-document'
import { makeDocument } from '#documents/usecases/make-document'
import { issueInvoice } from '#money/usecases/issue-invoice'
import { makeInvoice } from '#money/usecases/make-invoice'
import { buyerRole } from '#domain/deals/of-buyer'
import type { Deal } from '#schemas/deal'
import type { DealDocument } from '#schemas/documents/documents'
import type { Invoice } from '#schemas/money/money'
import { byEmployee, inRole, sceneOf, type Company, type Scene } from './demo-scene'
import { madeUpInn } from './load-statements'
import { randomOf } from './random'

/** Where deals have papers: some drafts, some that wait for the client, some signed. */
const withPaper: Readonly<Record<string, 'draft' | 'issued' | 'signed'>> = {
  contract: 'draft',
  payment: 'signed',
  delivery: 'signed',
}
const most = 48

/**
 * Makes contracts, invoices and their papers for deals of the demo that have come so far, where the rules know of them: each
 * on the day on which its deal was touched last. Answers the invoices, the oldest first.
 */
export async function makePapers(company: Company, lived: readonly Deal[], seed: string): Promise<readonly Invoice[]> {
  if (company.model.documents === undefined) return []
  const chosen = lived
    .filter(({ stage, status, fields }) => {
      const isUnderWay = status === 'open' || status === 'won'
      return isUnderWay && withPaper[stage] !== undefined && typeof fields['amount'] === 'number'
    })
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    .slice(0, most)
    .toSorted((one, other) => (one.updatedAt < other.updatedAt ? -1 : 1))
  const invoices: Invoice[] = []
  for (const [index, deal] of chosen.entries()) {
    const at = deal.updatedAt < company.now ? deal.updatedAt : company.now
    const scene = sceneOf(company, randomOf(`papers ${seed} ${index}`), at)
    // oxlint-disable-next-line no-await-in-loop -- one after the other, so that numbers are the same for the same seed
    const invoice = await papersOf(scene, deal, index)
    if (invoice !== undefined) invoices.push(invoice)
  }
  return invoices
}

async function papersOf(scene: Scene, deal: Deal, index: number): Promise<Invoice | undefined> {
  const { ports, act } = scene
  const lawyer = byEmployee(scene, inRole(scene, 'lawyer'))
  const accountant = byEmployee(scene, inRole(scene, 'accountant'))
  const owner = byEmployee(scene, deal.owner)
  const reaches = withPaper[deal.stage] ?? 'draft'
  const contract = await act(() => makeDocument(ports, owner, deal.id, { kind: 'contract' }))
  if (reaches === 'draft' && index % 2 === 0) return undefined
  const looked = await act(() => confirmAll(scene, contract))
  await act(() => issueDocument(ports, lawyer, looked.id))
  await act(() => sendDocument(ports, lawyer, looked.id))
  if (reaches === 'draft') return undefined
  await act(() => signDocument(ports, lawyer, looked.id, { who: 'client' }))
  await act(() => signDocument(ports, lawyer, looked.id, { who: 'us' }))
  if (typeof deal.fields['paid'] === 'number') return undefined
  const drawnInn = madeUpInn(scene.random)
  const buyer = { name: deal.client.name ?? deal.title, inn: (await innOf(scene, deal)) ?? drawnInn }
  const bill = await act(() => makeInvoice(ports, owner, deal.id, { kind: 'whole', buyer }))
  const issued = await act(() => issueInvoice(ports, accountant, bill.id))
  const paper = await act(() => makeDocument(ports, accountant, deal.id, { kind: 'paper' }))
  await act(() => issueDocument(ports, accountant, paper.id))
  return issued
}

async function innOf({ ports }: Scene, { links = [] }: Deal): Promise<string | undefined> {
  const buyer = links.find(({ role }) => role === buyerRole)
  return buyer === undefined ? undefined : (await ports.clients.find(buyer.client))?.client.inn
}

async function confirmAll(scene: Scene, made: DealDocument): Promise<DealDocument> {
  const lawyer = byEmployee(scene, inRole(scene, 'lawyer'))
  let document = made
  for (const { field, form, isConfirmed } of made.forms) {
    if (isConfirmed) continue
    // oxlint-disable-next-line no-await-in-loop -- each is a version of the same draft
    document = await confirmForm(scene.ports, lawyer, made.id, { field, form })
  }
  return document
}
