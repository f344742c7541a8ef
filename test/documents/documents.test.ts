import { describe, expect, test, vi } from 'vitest'

import {
  cancelDocument,
  confirmForm,
  refuseDocument,
  removeDraft,
  signDocument,
} from '#documents/usecases/change-document'
import { consumers as documentConsumers } from '#documents/events/consumers'
import { documentKey } from '#documents/usecases/document-file'
import { issueDocument } from '#documents/usecases/issue-document'
import { makeByStage } from '#documents/usecases/make-by-stage'
import { makeDocument } from '#documents/usecases/make-document'
import { readDocumentPage } from '#documents/usecases/read-document-page'
import { readDocumentFile, readDocuments } from '#documents/usecases/read-documents'
import { tellDeals } from '#documents/usecases/tell-deals'
import { Refusal } from '#domain/kernel/refusal'
import { consumers as moneyConsumers } from '#money/events/consumers'
import { issueInvoice } from '#money/usecases/issue-invoice'
import { makeInvoice } from '#money/usecases/make-invoice'
import { rollbackRules } from '#release/usecases/publish-rules'
import { moveDeal } from '#usecases/deals/move-deal'
import { useEngine } from '#test/support/engine'
import { injectFaults } from '#test/support/faults'
import { insteadOf } from '#test/support/instead-of'
import { aWorld, aWorldInMemory, type World } from '#test/support/world'
import { aContract, aDealWithPapers, documentRules, publishWith, templates, textOfFile } from './document-world'
import { templateOf } from './template-files'

const engine = useEngine()
const stores = [
  ['the table', () => aWorld(engine)],
  ['memory', async () => aWorldInMemory()],
] as const

async function refused(run: Promise<unknown>): Promise<Refusal> {
  const error: unknown = await run.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (error instanceof Refusal) return error
  throw error ?? new Error('It was not refused.')
}

async function dealNow({ ports }: World, id: string) {
  const deal = await ports.deals.find(id)
  if (deal === undefined) throw new Error(`There is no ${id}.`)
  return deal
}

describe.each(stores)('documents in %s', (_, open) => {
  test('a contract is a draft without a number, is issued with one, and says so in its file and in the deal', async () => {
    const world = await open()
    const { id: dealId } = await aDealWithPapers(world)
    const draft = await aContract(world, dealId)

    const issued = await issueDocument(world.ports, await world.as('lena'), draft.id)

    expect(draft).toMatchObject({ state: 'draft', number: null, waitsFor: 'issue', buyer: 'ООО «Альфа Пример»' })
    expect(issued).toMatchObject({ state: 'issued', number: 'Д-2026-001', on: '2026-12-01', waitsFor: 'client' })
    expect(issued.fileName).toBe('Договор Д-2026-001.docx')
    expect(await textOfFile(world, issued.id)).toBe(
      'Договор № Д-2026-001 от «01» декабря 2026 г.\nООО «Норма Пример» в лице Примерова Петра Петровича и ООО «Альфа Пример»\nНа сумму Сто двадцать тысяч рублей 00 копеек, менеджер Anna',
    )
    const deal = await dealNow(world, dealId)
    expect(Object.keys(deal.happened)).toEqual(expect.arrayContaining(['document_made', 'document_issued']))
    // The field is “Contract signed by both sides”: nobody has signed yet.
    expect(deal.fields['contract_file']).toBeUndefined()
  })

  test('who reads what one says is kept with the client, before they are shown it', async () => {
    const world = await open()
    const { id: dealId, links = [] } = await aDealWithPapers(world)
    const { id } = await aContract(world, dealId)
    const readers = ['anna', 'lena', 'helen']
    const callers = await Promise.all(readers.map(async (who) => (await world.as(who)).caller))
    for (const caller of callers) {
      await readDocumentFile(world.ports, caller, { id, as: 'attachment' })
      await readDocumentPage(world.ports, caller, id)
    }
    const days = readers.map((reader) => ({ reader, day: '2026-12-01' }))
    const looks = await world.ports.reading.looksAt(links[0]?.client ?? '', days)
    const [someone] = callers
    const look = async () => Promise.reject(new Error('Not kept.'))

    expect(looks.map(({ reader, isOwn }) => [reader, isOwn])).toEqual([
      ['anna', true],
      ['lena', true],
      ['helen', false],
    ])
    if (someone === undefined) throw new Error('Anna works here.')
    const blind = { ...world.ports, reading: insteadOf(world.ports.reading, { look }) }
    await expect(readDocumentFile(blind, someone, { id, as: 'inline' })).rejects.toThrow('Not kept.')
    await expect(readDocumentPage(blind, someone, id)).rejects.toThrow('Not kept.')
  })

  test('what nobody signs is in the field that leads to it as soon as it is issued', async () => {
    const world = await open()
    const rules = documentRules({ gate: '{ may_override: head_of_sales }' })
      .replace('    signed_by: both\n', '')
      .replace('    tells: contract_signed\n', '')
    const { id: dealId } = await aDealWithPapers(world, rules)
    const draft = await aContract(world, dealId)
    const before = (await dealNow(world, dealId)).fields['contract_file']

    await issueDocument(world.ports, await world.as('lena'), draft.id)

    expect([before, (await dealNow(world, dealId)).fields['contract_file']]).toEqual([
      undefined,
      `/app/documents/${draft.id}`,
    ])
  })

  test('a genitive is suggested, is looked at before anything is issued, and is never suggested over', async () => {
    const world = await open()
    const { id: dealId } = await aDealWithPapers(world)
    const helen = await world.asAnybody('helen')
    const made = await makeDocument(world.ports, helen, dealId, { kind: 'contract' })

    const early = await refused(issueDocument(world.ports, await world.as('lena'), made.id))
    const form = { field: 'seller.signer', form: 'Петра Примерова' }
    await confirmForm(world.ports, helen, made.id, form)
    const again = await makeDocument(world.ports, helen, dealId, { kind: 'contract' })

    expect(made.forms).toEqual([
      {
        field: 'seller.signer',
        text: 'Примеров Пётр Петрович',
        form: 'Примерова Петра Петровича',
        isConfirmed: false,
      },
    ])
    expect(early.code).toBe('document_state')
    expect(early.message).toContain('“Примерова Петра Петровича”')
    expect(again).toMatchObject({ id: made.id, forms: [{ form: 'Петра Примерова', isConfirmed: true }] })
    expect((await world.ports.documents.ofDeal(dealId)).length).toBe(1)
  })

  test('a gate waits for signatures, says whose, and opens when all have signed; the deal hears what the file tells', async () => {
    const world = await open()
    const gate = '{ signed: contract, may_override: head_of_sales }'
    const deal = await aDealWithPapers(world, documentRules({ make: '[]', gate }))
    const [lawyer, helen] = [await world.as('lena'), await world.asAnybody('helen')]
    const move = () => moveDeal(world.ports, helen, deal.id, { toStage: 'general_offer' })
    const none = await refused(move())
    const draft = await aContract(world, deal.id)
    const asDraft = await refused(move())
    await issueDocument(world.ports, lawyer, draft.id)
    const asIssued = await refused(move())
    await signDocument(world.ports, lawyer, draft.id, { who: 'client' })
    const asSigned = await refused(move())

    const signed = await signDocument(world.ports, lawyer, draft.id, { who: 'us' })

    expect([none, asDraft, asIssued, asSigned].map(({ message }) => /signed: ([^.;]*)/.exec(message)?.[1])).toEqual([
      'it is not made yet',
      'it is a draft, not issued yet',
      'it is issued and waits for the client',
      'it waits for our own signature',
    ])
    expect(signed).toMatchObject({ state: 'signed', waitsFor: null })
    const known = await dealNow(world, deal.id)
    expect(known.happened).toMatchObject({
      contract_signed: expect.any(String),
      document_signed: expect.any(String),
    })
    expect(known.fields['contract_file']).toBe(`/app/documents/${draft.id}`)
    expect((await refused(move())).message).not.toContain('signed')
    const other = await aDealWithPapersOnce(world, 'Other')
    const override = { reason: 'The client signs on Monday' }
    const moved = await moveDeal(world.ports, helen, other.id, { toStage: 'general_offer', override })
    expect(moved.stage).toBe('general_offer')
    expect((await world.eventsOf(other.id)).at(-1)?.detail.override?.missing).toContain('must:signed: contract')
  })

  test('numbers have no gap and no twin when many issue at once and every third write fails', async () => {
    const world = await open()
    await publishWith(world, documentRules())
    const deals = await Promise.all(
      Array.from({ length: 12 }, (_unused, at) => aDealWithPapersOnce(world, `Deal ${at}`)),
    )
    let asked = 0
    const ports = {
      ...world.ports,
      documents: insteadOf(world.ports.documents, {
        save: async (...given: Parameters<World['ports']['documents']['save']>) => {
          asked += 1
          return asked % 3 === 0 ? false : world.ports.documents.save(...given)
        },
      }),
    }
    const drafts = []
    for (const deal of deals) drafts.push(await aContract(world, deal.id))
    const lawyer = await world.as('lena')

    const issued = await Promise.all(drafts.map(({ id }) => issueDocument(ports, lawyer, id)))

    expect(issued.map(({ number }) => number).toSorted()).toEqual(
      issued.map((_one, at) => `Д-2026-${String(at + 1).padStart(3, '0')}`),
    )
  })

  test('the year of a number is that of the company, not of Greenwich', async () => {
    const world = await open()
    const { id } = await aDealWithPapers(world)
    const lawyer = await world.as('lena')
    const draft = await aContract(world, id)
    world.setNow('2026-12-31T20:59:59.000Z')
    const last = await issueDocument(world.ports, lawyer, draft.id)
    const next = await aContract(world, id)
    world.setNow('2026-12-31T21:00:01.000Z')

    const first = await issueDocument(world.ports, lawyer, next.id)

    expect([last.number, first.number]).toEqual(['Д-2026-001', 'Д-2027-001'])
    expect(first.on).toBe('2027-01-01')
  })

  test('the same request sent again makes one document and gives one number', async () => {
    const world = await open()
    const { id } = await aDealWithPapers(world)
    const once = (key: string) => ({ once: { key, requestHash: 'h', status: 201 } })
    const helen = { ...(await world.asAnybody('helen')), ...once('make') }
    const made = []
    for (let no = 0; no < 5; no += 1) made.push(await makeDocument(world.ports, helen, id, { kind: 'contract' }))
    const [draft] = made
    await confirmForm(world.ports, await world.as('lena'), draft?.id ?? '', {
      field: 'seller.signer',
      form: 'Примерова',
    })
    const lawyer = { ...(await world.as('lena')), ...once('issue') }
    const issued = []
    for (let no = 0; no < 5; no += 1) issued.push(await issueDocument(world.ports, lawyer, draft?.id ?? ''))

    expect(new Set(made.map((one) => one.id)).size).toBe(1)
    expect(new Set(issued.map(({ number }) => number))).toEqual(new Set(['Д-2026-001']))
    expect(await world.ports.documents.ofDeal(id)).toHaveLength(1)
  })

  test('a stage makes its document once, however often it hears of it, and asks somebody where it cannot', async () => {
    const world = await open()
    const deal = await aDealWithPapers(world, documentRules({ make: '[offer, { paper: after invoice_issued }]' }))
    const [event] = await world.eventsOf(deal.id)
    if (event === undefined) throw new Error('Nothing was told.')
    for (let no = 0; no < 3; no += 1) await makeByStage(world.ports, event)
    const before = await world.ports.documents.ofDeal(deal.id)
    const draft = await makeInvoice(world.ports, await world.asAnybody('helen'), deal.id, { kind: 'whole' })
    await issueInvoice(world.ports, await world.as('alex'), draft.id)
    await makeByStage(world.ports, event)
    const empty = await aDealWithPapersOnce(world, 'Empty', {})
    const [born] = await world.eventsOf(empty.id)
    for (let no = 0; no < 2; no += 1) await makeByStage(world.ports, born ?? event)

    expect(before.map(({ kind }) => kind)).toEqual(['offer'])
    expect((await world.ports.documents.ofDeal(deal.id)).map(({ kind }) => kind)).toEqual(['offer', 'paper'])
    const tasks = await world.ports.deals.tasksOf(empty.id)
    expect(
      tasks.filter(({ do: what }) => what.startsWith('Сделать документ')).map(({ do: what, role }) => [what, role]),
    ).toEqual([['Сделать документ «Предложение»: «Предложение» пока не сделать. Заполните: Amount.', 'head_of_sales']])
  })

  test('the paper of an invoice has its number and day, and is not made before it', async () => {
    const world = await open()
    const { id } = await aDealWithPapers(world)
    const [helen, accountant] = [await world.asAnybody('helen'), await world.as('alex')]
    const early = await refused(makeDocument(world.ports, helen, id, { kind: 'paper' }))
    const draft = await makeInvoice(world.ports, helen, id, { kind: 'whole' })
    const invoice = await issueInvoice(world.ports, accountant, draft.id)
    const paper = await makeDocument(world.ports, helen, id, { kind: 'paper' })

    const issued = await issueDocument(world.ports, accountant, paper.id)

    expect(early.code).toBe('document_needs')
    expect(issued).toMatchObject({ number: invoice.number, on: invoice.on, waitsFor: null })
    expect(await textOfFile(world, issued.id)).toBe('Счёт № 1 от 01.12.2026, оплатить до 08.12.2026')
  })

  test('what is issued stays: it is cancelled with its number, refused, or replaced by another', async () => {
    const world = await open()
    const { id } = await aDealWithPapers(world)
    const [lawyer, helen] = [await world.as('lena'), await world.asAnybody('helen')]
    const first = await issueDocument(world.ports, lawyer, (await aContract(world, id)).id)
    const notGone = await refused(removeDraft(world.ports, lawyer, first.id))
    await refuseDocument(world.ports, lawyer, first.id, 'Too long')
    const made = await makeDocument(world.ports, helen, id, { kind: 'contract', replaces: first.id })
    const second = await issueDocument(world.ports, lawyer, made.id)
    const forbidden = await refused(cancelDocument(world.ports, await world.as('anna'), second.id, 'No'))
    const cancelled = await cancelDocument(world.ports, lawyer, second.id, 'The client is gone')
    const draft = await makeDocument(world.ports, helen, id, { kind: 'contract' })
    await removeDraft(world.ports, helen, draft.id)

    const { caller } = helen
    const all = await readDocuments(world.ports, caller, id)
    expect(all.map(({ number, state }) => [number, state])).toEqual([
      ['Д-2026-001', 'replaced'],
      ['Д-2026-002', 'cancelled'],
    ])
    expect(cancelled.trace.at(-1)).toMatchObject({ did: 'cancelled', reason: 'The client is gone' })
    expect([notGone.code, forbidden.code]).toEqual(['document_state', 'forbidden'])
  })

  test('a process that ends anywhere loses no number, makes no twin and leaves no file of nobody', async () => {
    const world = await open()
    const { id } = await aDealWithPapers(world)
    const draft = await aContract(world, id)
    const lawyer = await world.as('lena')
    const ends = () => Promise.reject(new Error('The process ended.'))
    const dead = { ...world.ports, files: { ...world.ports.files, put: ends } }

    await expect(issueDocument(dead, lawyer, draft.id)).rejects.toThrow('ended')
    const kept = await world.ports.documents.find(draft.id)
    const untold = await dealNow(world, id)
    await tellDeals(world.ports)
    await tellDeals(world.ports)

    expect(kept).toMatchObject({ number: 'Д-2026-001', stands: 'issued' })
    expect(untold.happened['document_issued']).toBeUndefined()
    expect(await textOfFile(world, draft.id)).toContain('№ Д-2026-001')
    expect(await world.ports.files.get(documentKey({ id: draft.id, textVersion: draft.version }))).toBeUndefined()
    const told = (await world.eventsOf(id)).filter(({ detail }) => detail.event === 'document_issued')
    expect(told).toHaveLength(1)
    expect(await world.ports.documents.untold(10)).toEqual([])
  })

  test('rules are published with their templates, refused without, and go back with them', async () => {
    const world = await open()
    await publishWith(world, documentRules())
    const system = await world.as()
    const { ['templates/contract.docx']: _gone, ...others } = templates
    const faulty = await refused(publishWith(await open(), documentRules(), others))
    await publishWith(world, documentRules(), { ...templates, 'templates/offer.docx': templateOf('Другое {amount}') })
    const changed = await world.ports.rules.current()

    const back = await rollbackRules(world.ports, system, { to: 2, note: 'back', expected: 3 })

    expect(faulty.code).toBe('rules_faulty')
    expect(faulty.message).toContain('There is no file templates/contract.docx.')
    expect(changed.version).toBe(3)
    expect(back.files).toEqual((await world.ports.rules.version(2)).files)
    expect(back.files).not.toEqual(changed.files)
  })
})

test.each(['throttled', 'cut_before', 'reply_lost'] as const)(
  'whatever request breaks off (%s) while a stage makes its papers, asked again there is one of each',
  async (kind) => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const world = await aWorld(engine)
    await publishWith(world, documentRules({ make: '[offer, whole]' }))
    let isReached = true
    let broken = 0

    for (let request = 0; isReached; request += 1) {
      const deal = await aDealWithPapersOnce(world, `Deal ${request}`)
      const [born] = await world.eventsOf(deal.id)
      const made = [...documentConsumers, ...moneyConsumers]
      const faults = injectFaults(engine.client)
      faults.nextRequest(kind, request)
      for (const consumer of made) await consumer.run(world.ports, born === undefined ? [] : [born]).catch(() => [])
      isReached = faults.struck()[kind] > 0
      broken += faults.struck()[kind]
      faults.remove()
      for (const consumer of made) expect(await consumer.run(world.ports, born === undefined ? [] : [born])).toEqual([])
      await tellDeals(world.ports)
      const [papers, invoices] = await Promise.all([
        world.ports.documents.ofDeal(deal.id),
        world.ports.money.invoicesOf(deal.id),
      ])
      expect([...papers, ...invoices].map((one) => one.kind)).toEqual(['offer', 'whole'])
      const told = (await world.eventsOf(deal.id)).filter(({ detail }) => detail.event === 'document_made')
      expect(told).toHaveLength(1)
      expect(await textOfFile(world, papers[0]?.id ?? '')).toContain('Предложение на')
    }
    expect(broken).toBeGreaterThan(10)
  },
  120_000,
)

async function aDealWithPapersOnce(world: World, title: string, fields: Record<string, number> = { amount: 100 }) {
  if ((await world.ports.rules.current()).model.documents === undefined) await publishWith(world, documentRules())
  const { createDeal } = await import('#usecases/deals/create-deal')
  const client = { name: 'ООО «Альфа Пример»' }
  return createDeal(world.ports, await world.asAnybody('helen'), {
    title,
    pipeline: 'b2b_new',
    owner: 'anna',
    client,
    fields,
  })
}

test.each([
  ['a draft for a part', ['advance'], 12_000_000],
  ['an issued one for a part', ['advance!'], 12_000_000],
  ['one for the whole and then one for a part', ['own!', 'advance!'], 9_000_000],
  ['one for the whole that is not issued, and one that is', ['own!', 'whole'], 9_000_000],
  ['one for the whole with lines of its own', ['own'], 9_000_000],
])('a document that prints no invoice is for the whole of the deal, with %s', async (_, kinds, total) => {
  const world = await aWorldInMemory()
  const rules = documentRules().replace(
    '  whole: { name: Счёт,',
    '  advance: { name: Аванс, number: bills, share: 50%, by: accountant }\n  whole: { name: Счёт,',
  )
  const { id: dealId } = await aDealWithPapers(world, rules)
  const own = { lines: [{ name: 'Machine', quantity: 1, unit: 'шт.', priceKopecks: 9_000_000 }] }
  for (const said of kinds) {
    const kind = said.replace('!', '')
    const input = kind === 'own' ? { kind: 'whole', ...own } : { kind }
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const { id } = await makeInvoice(world.ports, await world.asAnybody('helen'), dealId, input)
    // oxlint-disable-next-line no-await-in-loop
    if (said.endsWith('!')) await issueInvoice(world.ports, await world.as('alex'), id)
  }

  const made = await makeDocument(world.ports, await world.asAnybody('helen'), dealId, { kind: 'contract' })

  expect(made.totalKopecks).toBe(total)
})
