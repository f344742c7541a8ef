import { expect, test } from 'vitest'

import { issueDocument } from '#documents/usecases/issue-document'
import { signDocument } from '#documents/usecases/change-document'
import { readRegister } from '#documents/usecases/read-register'
import { issueInvoice } from '#money/usecases/issue-invoice'
import { makeInvoice } from '#money/usecases/make-invoice'
import { planRules } from '#release/usecases/plan-rules'
import { readReleaseStatus } from '#release/usecases/read-release-status'
import { keepTemplate } from '#documents/usecases/keep-template'
import { readDeal } from '#usecases/deals/read-deal'
import { useEngine } from '#test/support/engine'
import { aWorld, aWorldInMemory, type World } from '#test/support/world'
import { aContract, aDealWithPapers, documentRules, publishWith, templates } from '#test/documents/document-world'

const engine = useEngine()
const stores = [
  ['the table', () => aWorld(engine)],
  ['memory', () => aWorldInMemory()],
] as const

const before = documentRules()
const renamed = before
  .replace('\n  contract:\n    name: Договор', '\n  agreement:\n    name: Соглашение')
  .replace('signed: contract', 'signed: agreement')
  .replace('  whole: { name: Счёт,', '  bill: { name: Счёт,')
  .replace('invoice: whole', 'invoice: bill')
const moves = '\n  documents.contract: agreement\n  invoices.whole: bill'
const moved = renamed.replace(/^moved:.*$/m, `moved:${moves}`)

async function planOf(world: World, text: string) {
  const files: Record<string, string> = {}
  for (const [path, bytes] of Object.entries(templates)) {
    // oxlint-disable-next-line no-await-in-loop -- three
    files[path] = (await keepTemplate(world.ports, path, bytes)).sha256
  }
  return (await planRules(world.ports, await world.as(), { text, files })).plan
}

test('a kind of which papers are under way cannot go before the rules say what became of it', async () => {
  const world = await aWorldInMemory()
  const { id } = await aDealWithPapers(world, before)
  await aContract(world, id)
  const draft = await makeInvoice(world.ports, await world.asAnybody('helen'), id, { kind: 'whole' })
  await issueInvoice(world.ports, await world.as('alex'), draft.id)

  const plan = await planOf(world, renamed)
  const answered = await planOf(world, moved)

  expect(plan.blocked.map(({ code, key, names, paste }) => [code, key, names['count'], names['by'], paste])).toEqual([
    ['paper-in-use', 'documents.contract', '1', undefined, ['documents.contract:']],
    ['paper-in-use', 'invoices.whole', '1', '1', ['invoices.whole:']],
  ])
  expect(answered).toMatchObject({ publishable: true, blocked: [] })
})

test('a kind of which everything is done may go', async () => {
  const world = await aWorldInMemory()
  await aDealWithPapers(world, before)

  expect(await planOf(world, renamed)).toMatchObject({ publishable: true })
})

test('what kinds of papers became is told as what became of any other name', async () => {
  const world = await aWorldInMemory()
  await aDealWithPapers(world, before)
  const version = await publishWith(world, moved)

  const { renamed: told } = await readReleaseStatus(world.ports)

  expect(told).toEqual([
    { version, kind: 'paper', from: 'contract', to: 'agreement' },
    { version, kind: 'paper', from: 'whole', to: 'bill' },
  ])
})

test('an old name that has been moved does not come back with another meaning', async () => {
  const world = await aWorldInMemory()
  await aDealWithPapers(world, before)
  await publishWith(world, moved)
  const again = moved.replace(
    '\n  agreement:',
    '\n  contract: { name: Другой, template: templates/offer.docx, by: lawyer }\n  agreement:',
  )

  const plan = await planOf(world, again.replace(moves, '\n  documents.other: agreement'))

  expect(plan.blocked.map(({ code, key }) => [code, key])).toEqual([['id-reused', 'documents.contract']])
})

test.each(stores)('papers of a kind that was moved go on under its name of today, in %s', async (_, open) => {
  const world = await open()
  const { id } = await aDealWithPapers(world, before)
  const made = await aContract(world, id)
  const draft = await makeInvoice(world.ports, await world.asAnybody('helen'), id, { kind: 'whole' })
  const gate = async () => {
    const { caller } = await world.as('helen')
    return (await readDeal(world.ports, caller, await world.ports.people.load(), id)).gate.missing.must
  }
  await publishWith(world, moved)

  const invoice = await issueInvoice(world.ports, await world.as('alex'), draft.id)
  const lawyer = await world.as('lena')
  const issued = await issueDocument(world.ports, lawyer, made.id)
  const waiting = await gate()
  await signDocument(world.ports, lawyer, made.id, { who: 'us' })
  await signDocument(world.ports, lawyer, made.id, { who: 'client' })

  expect([invoice.kind, invoice.number, issued.kind, issued.number]).toEqual(['bill', '1', 'agreement', 'Д-2026-001'])
  // The stay began when it was called contract: its gate waits for the same paper.
  expect([waiting.length, (await gate()).length]).toEqual([1, 0])
  const { rows } = await readRegister(world.ports, (await world.asAnybody('helen')).caller, { kind: 'agreement' })
  expect(rows.map(({ kind, number }) => [kind, number])).toEqual([['agreement', 'Д-2026-001']])
})
