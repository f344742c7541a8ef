import { readFileSync } from 'node:fs'

import { paragraphsOf } from '#documents/domain/template/paragraphs'
import { confirmForm } from '#documents/usecases/change-document'
import { keepDocumentFile } from '#documents/usecases/document-file'
import { keepTemplate } from '#documents/usecases/keep-template'
import { makeDocument } from '#documents/usecases/make-document'
import { publishRules } from '#release/usecases/publish-rules'
import type { Deal } from '#schemas/deal'
import type { DealDocument } from '#schemas/documents/documents'
import { createDeal } from '#usecases/deals/create-deal'
import { isZipFault, unpackZip } from '#usecases/files/unpack-zip'
import type { World } from '#test/support/world'
import { templateOf } from './template-files'

const sections = `
sellers:
  main:
    name: ООО «Норма Пример»
    inn: "7701990013"
    bik: "044525999"
    account: "40702810600000012345"
    vat: 22%
    signer: { name: Примеров Пётр Петрович, post: генеральный директор, acts_on: Устав }
numbers:
  bills: { like: "{n}" }
  contracts: { like: "Д-{year}-{n:3}" }
invoices:
  whole: { name: Счёт, number: bills, pay_in: 5 working days, by: accountant }
documents:
  offer: { name: Предложение, template: templates/offer.docx, needs: [amount], by: head_of_sales }
  contract:
    name: Договор
    template: templates/contract.docx
    number: contracts
    needs: [amount]
    signed_by: both
    by: lawyer
    keep_in: contract_file
    tells: contract_signed
  paper: { name: Счёт на оплату, template: templates/invoice.docx, invoice: whole, by: accountant }
`

/** The product’s own file with documents; the first stage makes the offer, and its gate is `gate`. */
export function documentRules({ gate = '{ signed: contract }', make = '[offer]' } = {}): string {
  const text = readFileSync('pipelines.yaml', 'utf8')
  const gated = text.replace(
    / {4}gate:\n {6}filled: \[decision_maker, need\]\n {6}message: .*\n/,
    `    make: ${make}\n    gate: ${gate}\n`,
  )
  return `${gated}\n${sections}`
}

/** Templates of the kinds of documents there are here. */
export const templates: Readonly<Record<string, Uint8Array>> = {
  'templates/offer.docx': templateOf('Предложение на {amount|money} от {seller.name}'),
  'templates/contract.docx': templateOf(
    'Договор № {number} от {date|long}',
    '{seller.name} в лице {seller.signer|genitive} и {client.name}',
    'На сумму {total|words}, менеджер {owner}',
  ),
  'templates/invoice.docx': templateOf('Счёт № {number} от {date}, оплатить до {invoice.due}'),
}

/** Publishes rules with the templates beside them. */
export async function publishWith(
  world: World,
  text: string,
  files: Readonly<Record<string, Uint8Array>> = templates,
): Promise<number> {
  const manifest: Record<string, string> = {}
  for (const [path, bytes] of Object.entries(files)) {
    // oxlint-disable-next-line no-await-in-loop -- three
    manifest[path] = (await keepTemplate(world.ports, path, bytes)).sha256
  }
  const { version } = await world.ports.rules.current()
  const command = await world.as()
  return (await publishRules(world.ports, command, { text, note: 'documents', expected: version, files: manifest }))
    .version
}

/** A deal of 120 000 roubles in a company with documents. */
export async function aDealWithPapers(world: World, rules = documentRules(), title = 'Machine'): Promise<Deal> {
  if ((await world.ports.rules.current()).model.documents === undefined) await publishWith(world, rules)
  const command = await world.asAnybody('helen')
  const fields = { amount: 12_000_000 }
  const client = { name: 'ООО «Альфа Пример»' }
  return createDeal(world.ports, command, { title, pipeline: 'b2b_new', owner: 'anna', client, fields })
}

/** A contract of a deal whose genitive somebody has looked at. */
export async function aContract(world: World, dealId: string): Promise<DealDocument> {
  const lawyer = await world.as('lena')
  const made = await makeDocument(world.ports, await world.asAnybody('helen'), dealId, { kind: 'contract' })
  const form = { field: 'seller.signer', form: 'Примерова Петра Петровича' }
  return confirmForm(world.ports, lawyer, made.id, form)
}

/** The paragraphs of the file of a document. */
export async function textOfFile({ ports, bytes: kept }: World, id: string): Promise<string> {
  const document = await ports.documents.find(id)
  if (document === undefined) throw new Error(`There is no ${id}.`)
  const bytes = await kept.files.get(await keepDocumentFile(ports, document))
  const parts = unpackZip(bytes ?? new Uint8Array())
  if (isZipFault(parts)) throw new Error(parts.is)
  const xml = new TextDecoder().decode(parts.get('word/document.xml'))
  return paragraphsOf(xml)
    .map(({ text }) => text)
    .join('\n')
}
