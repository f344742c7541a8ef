import { parse } from 'node-html-parser'
import { beforeAll, expect, test } from 'vitest'

import { formName } from '#documents/pages/form-name'
import { documentTexts } from '#documents/pages/texts/documents'
import { issueDocument } from '#documents/usecases/issue-document'
import { issueInvoice } from '#money/usecases/issue-invoice'
import { makeInvoice } from '#money/usecases/make-invoice'
import type { DealDocument } from '#schemas/documents/documents'
import { pagesOn } from '#test/pages/support'
import { aWorldInMemory, type World } from '#test/support/world'
import { aContract, aDealWithPapers } from './document-world'

let world: World
let dealId: string
let contract: DealDocument

beforeAll(async () => {
  world = await aWorldInMemory()
  dealId = (await aDealWithPapers(world)).id
  contract = await aContract(world, dealId)
  const invoice = await makeInvoice(world.ports, await world.asAnybody('helen'), dealId, { kind: 'whole' })
  await issueInvoice(world.ports, await world.as('alex'), invoice.id)
})

async function page(path: string, as: string) {
  const answer = await pagesOn(world)(path, { as, headers: { 'accept-language': 'ru' } })
  const root = parse(await answer.text())
  return {
    answer,
    root,
    asks: root.querySelectorAll('main form[data-api]').map((form) => form.getAttribute('data-api')),
  }
}

test('the page of a deal leads to its documents and invoices, and makes more of them', async () => {
  const { root, asks } = await page(`/app/deals/${dealId}`, 'helen')

  expect(root.querySelector(`#documents a[href="/app/documents/${contract.id}"]`)?.text).toBe('Договор')
  expect(root.querySelector('#documents')?.text).toContain('ждёт выпуска')
  expect(root.querySelectorAll('#documents option').map(({ text }) => text)).toEqual([
    'Предложение',
    'Договор',
    'Счёт на оплату',
  ])
  expect(root.querySelector('#invoices')?.text).toContain('Счёт № 1')
  expect(asks).toEqual(expect.arrayContaining([`POST /deals/${dealId}/documents`, `POST /deals/${dealId}/invoices`]))
})

test('a document says what is in it, and offers to each what is theirs to do', async () => {
  const path = `/app/documents/${contract.id}`
  const [draft, asOwner] = [await page(path, 'lena'), await page(path, 'anna')]
  await issueDocument(world.ports, await world.as('lena'), contract.id)
  const issued = await page(path, 'lena')
  const file = await page(`${path}/file`, 'lena')

  expect(draft.root.querySelector('main')?.text).toContain('в лице Примерова Петра Петровича')
  expect(draft.asks).toContain(`POST /documents/${contract.id}/issue`)
  expect(asOwner.asks).not.toContain(`POST /documents/${contract.id}/issue`)
  expect(asOwner.root.querySelector('#acts')?.text).toContain('Выпускает и отменяет')
  expect(issued.root.querySelector('h1')?.text).toBe('Договор № Д-2026-001')
  expect(issued.asks).toEqual(
    expect.arrayContaining([`POST /documents/${contract.id}/signature`, `POST /documents/${contract.id}/cancel`]),
  )
  expect(file.answer.status).toBe(302)
  expect(file.answer.headers.get('location')).toMatch(/^memory:read/)
})

test('whoever may not see the deal sees no document of it', async () => {
  expect((await page(`/app/documents/${contract.id}`, 'cyril')).answer.status).toBe(404)
})

test('the history of a document says whose genitive was confirmed', async () => {
  const { root } = await page(`/app/documents/${contract.id}`, 'lena')
  const history = root.querySelectorAll('[aria-labelledby="history"] li p:first-child').map(({ text }) => text)

  expect(history).toEqual(['Выпущен', 'Родительный падеж подтверждён: подписант нашей компании', 'Сделан'])
})

test.each([
  ['seller.post', 'должность подписанта нашей компании', 'position of the signer, on our side'],
  ['client.signer', 'подписант клиента', 'signer, on the client’s side'],
  ['client.acts_on', 'основание полномочий подписанта клиента', 'what the signer acts on, on the client’s side'],
  ['client.payer.signer', 'подписант, «Плательщик»', 'signer, “Плательщик”'],
  ['client.branch', '«Филиал» клиента', '“Филиал”, on the client’s side'],
  ['client.payer.branch', '«Филиал», «Плательщик»', '“Филиал”, “Плательщик”'],
  ['need', '«Потребность»', '“Потребность”'],
  ['title', 'название сделки', 'title of the deal'],
  ['gone', undefined, undefined],
  ['client.constructor', undefined, undefined],
  [undefined, undefined, undefined],
])('the genitive of %s is called what people call it', (field, ru, en) => {
  const branch = { id: 'branch', name: 'Филиал', type: 'text', builtIn: false } as const
  const origin = { line: 1, column: 1, path: 'clients' }
  const payer = { id: 'payer', name: 'Плательщик', of: 'company', origin } as const
  const model = {
    fields: { need: { id: 'need', name: 'Потребность', type: 'text', builtIn: false } },
    clients: { kinds: { company: { branch }, person: {} }, roles: { payer } },
  } as const

  expect(formName(field, model, documentTexts.ru.formOf)).toBe(ru)
  expect(formName(field, model, documentTexts.en.formOf)).toBe(en)
})
