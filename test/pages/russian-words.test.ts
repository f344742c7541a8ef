import { readFileSync } from 'node:fs'

import { NodeType, parse, type HTMLElement, type Node } from 'node-html-parser'
import { beforeAll, expect, test } from 'vitest'

import { makeDemo } from '#demo/make-demo'
import { foundCompany } from '#local/found-company'
import { memoryFiles } from '#memory/files'
import { adapters } from '#channels/adapters'
import { playbook } from '#playbook/playbook'
import { allPages } from '#product/lists/pages'
import { noLimits } from '#product/no-limits'
import { memoryPorts } from '#product/memory-ports'
import { rememberingLanguage } from '#product/memory-language'
import { reportNames } from '#schemas/report-names'
import { boardTexts } from '#pages/deals/texts/board'
import { reportSpecs } from '#reports/domain/catalog'
import { tableNames } from '#reports/usecases/deal-table-names'
import { readWorkbook } from '#usecases/files/read-workbook'
import { pagesOn, type PagesDoor } from '#test/pages/support'

const now = '2026-11-25T09:00:00.000Z'
let door: PagesDoor
let people: Readonly<Record<'head' | 'seller' | 'lawyer' | 'accountant' | 'administrator', string>>
let places: readonly string[]

beforeAll(async () => {
  const { ports: stored } = memoryPorts({ clock: { now: () => now }, language: rememberingLanguage })
  let ids = 0
  const ports = {
    ...stored,
    files: memoryFiles({ now: () => now }).files,
    limits: noLimits,
    clock: { now: () => now },
    ids: { next: (prefix: string) => `${prefix}_${String((ids += 1)).padStart(6, '0')}` },
  }
  await foundCompany(ports, readFileSync('examples/pipelines.ru.yaml', 'utf8'))
  await makeDemo(ports, { seed: '7', now, deals: 40 })
  door = pagesOn({ ports })
  const { employees } = await ports.people.load()
  const inRole = (role: string) => Object.values(employees).find(({ roles }) => roles.includes(role))?.id ?? ''
  people = {
    head: inRole('head_of_sales'),
    seller: inRole('b2b_hunters'),
    lawyer: inRole('lawyer'),
    accountant: inRole('accountant'),
    administrator: 'admin',
  }
  const { items: own } = await ports.deals.byOwner({ owner: people.seller, limit: 3 })
  const { items: closed } = await ports.deals.closedIn({ month: '2026-11', limit: 4 })
  const deals = [...own, ...closed].map(({ id }) => id)
  const clients = own.flatMap(({ links }) => links?.map(({ client }) => client) ?? [])
  const values: Readonly<Record<string, readonly string[]>> = {
    deal: deals,
    client: clients.slice(0, 2),
    employee: [people.seller],
    person: [people.seller],
    report: reportNames,
    pipeline: Object.keys((await ports.rules.current()).model.pipelines).slice(0, 2),
    adapter: Object.keys(adapters),
    page: playbook((await ports.rules.current()).model, 'ru').pages.map(({ slug }) => slug),
  }
  // What the API is called is in the language of its document.
  places = allPages.flatMap(({ path }) => filled(path, values)).filter((path) => !path.startsWith('/app/api-reference'))
})

/** A path with each of the values that its places may take; one that has a place without values is left out. */
function filled(path: string, values: Readonly<Record<string, readonly string[]>>): readonly string[] {
  const place = /:(\w+)/.exec(path)
  if (place === null) return [path]
  return (values[place[1] ?? ''] ?? []).flatMap((value) => filled(path.replace(place[0], value), values))
}

/** What people read of a page: text, and what is shown or read out of attributes; the file itself and code are no sentences. */
function textsOf(page: HTMLElement, isOfRules: boolean): readonly string[] {
  for (const one of page.querySelectorAll(
    `script, style, noscript, ${isOfRules ? 'code, ' : ''}pre, kbd, textarea, [lang="en"], [translate="no"], #source`,
  ))
    one.remove()
  const attributes = ['title', 'placeholder', 'aria-label', 'alt', 'data-done', 'data-confirm']
  const said = page
    .querySelectorAll(attributes.map((name) => `[${name}]`).join(','))
    .flatMap((one) => attributes.flatMap((name) => one.getAttribute(name) ?? []))
  return [...wordsUnder(page), ...said]
}

/** Every piece of text by itself, so that no two are read as one word. */
function wordsUnder(node: Node): readonly string[] {
  return node.nodeType === NodeType.TEXT_NODE ? [node.text] : node.childNodes.flatMap(wordsUnder)
}

/** Names that are written so in Russian, too. */
const known =
  /\b(?:Norma|Excel|XLSX|CSV|API|OpenAPI|JSON|YAML|URL|HTTP|MCP|PDF|Word|Telegram|WhatsApp|MAX|VK|Tilda|Mango|Office|UIS|CoMagic|Novofon|Zadarma|Sipuni|Asterisk|FreePBX|CRM|Meta|SMS|ID|AMI|AWS|Cloud|Wazzup|Google|Authorization|Bearer|Shift|Ctrl|Enter|Tab|Esc|Delete|Bitrix24|IMAP|Microsoft|SES|https|EN|RU)\b/g
const noWords = [
  /(?<=\s)@\w+|^@\w+/g,
  /\b[A-Z][a-z]+\/[A-Z]\w+/g,
  // A form of the site goes by what the site calls it.
  /форма «[\w-]+»/g,
  /\S+@\S+/g,
  /https?:\/\/\S*/g,
  /\b[\w.-]+\.(?:yaml|csv|xlsx|pdf|docx|example|json|txt)\b/g,
  /\/app\S*/g,
  // What is not there is named by what was asked for.
  /«(?:deal|client)_\w+»/g,
  // What whoever writes the rules is to add.
  /«bank»|«by: accountant»/g,
]
/** What those alone read who write the rules: ids, lines of the file, versions. */
const rulesPages = /^\/app\/(?:editor|versions|automation|company|webhooks|exports|keys)/
const ids = /\b[a-z]+_[\w-]+/g
const ofRules = /строк[аеи] \d|верси[яи](?: правил)? \d/iu

function latinIn(text: string): readonly string[] {
  const left = noWords
    .reduce((rest, pattern) => rest.replaceAll(pattern, ' '), text)
    .replaceAll(known, ' ')
    .replaceAll(/ENEnglishRU|English|<!doctype html>|· Norma|№ \w+|\b[A-Z]{3}\b|\bv\d+/g, ' ')
  return left.match(/[A-Za-z]{2,}/g) ?? []
}

test.each(['head', 'seller', 'lawyer', 'accountant', 'administrator'] as const)(
  'no page says a word in another language to a Russian %s',
  async (who) => {
    const found: string[] = []
    for (const place of places) {
      const answer = await door(place, { headers: { cookie: `norma_session=token-${people[who]}; norma_language=ru` } })
      // What is refused is read, too; an address of the report’s own parts is for scripts.
      if (!(answer.headers.get('content-type') ?? '').includes('html') || place.endsWith('/items')) continue
      const isOfRules = who === 'administrator' || rulesPages.test(place)
      for (const text of textsOf(parse(await answer.text()), isOfRules)) {
        if (!isOfRules && ofRules.test(text)) found.push(`${place}: ${text.trim().slice(0, 160)}`)
        if (/«[^»]*«|»»|undefined|\[object|\bNaN\b/.test(text)) found.push(`${place}: ${text.trim().slice(0, 160)}`)
        // A month is told as people say it.
        if (!isOfRules && /(?<![-\d])20\d\d-(?:0[1-9]|1[0-2])(?![-\d])/.test(text)) found.push(`${place}: ${text}`)
        const words = latinIn(isOfRules ? text.replaceAll(ids, ' ') : text)
        if (words.length > 0) found.push(`${place}: ${text.trim().slice(0, 160)}`)
      }
    }
    expect([...new Set(found)]).toEqual([])
  },
)

const asked = (who: keyof typeof people) => ({
  headers: { cookie: `norma_session=token-${people[who]}; norma_language=ru`, 'sec-fetch-site': 'same-origin' },
})

test('no cell of a file that is taken out says a word in another language', async () => {
  const reports = reportNames.flatMap((report) =>
    reportSpecs[report].groups.map((by) => `/reports/${report}/csv?by=${by}${by === 'field' ? '&field=source' : ''}`),
  )
  const found: string[] = []
  for (const file of [...reports, '/deal-table/csv', '/client-list/csv']) {
    const answer = await door(`/app/api${file}`, asked('head'))
    const rows = (await answer.text()).split('\r\n')
    if (answer.status !== 200 || rows.length < 2) found.push(`${file}: ${answer.status}`)
    for (const cell of rows.flatMap((row) => row.split(/[;"]/)))
      if (latinIn(cell.replaceAll(/№ \w+|^[0-9A-Z]{6}$|\+7[ \d-]+/g, ' ')).length > 0) found.push(`${file}: ${cell}`)
  }
  const answer = await door('/app/api/reports/tasks/xlsx?by=template', asked('head'))
  const table = await readWorkbook(new Uint8Array(await answer.arrayBuffer()))
  if ('is' in table) throw new Error(table.is)

  expect(found).toEqual([])
  expect(table.sheet).toBe('Задачи')
  const cells = table.rows.flatMap(({ cells: all }) => all.map(({ text }) => text))
  expect(cells.join(' ')).toContain('Узнать, не изменилось ли что-нибудь')
  expect(cells.flatMap(latinIn)).toEqual([])
})

test('a refusal of the API is Russian, and names no right by its key', async () => {
  const said: string[] = []
  for (const path of ['/one-c/bases', '/integrations', '/webhooks', '/settings/currency', '/dead-letters', '/keys/нет'])
    for (const who of ['seller', 'lawyer'] as const) {
      const answer = await door(`/app/api${path}`, asked(who))
      const { detail = '' } = (await answer.json()) as { readonly detail?: string }
      if (answer.status >= 400) said.push(detail)
    }

  expect(said.length).toBeGreaterThan(6)
  expect(said.flatMap(latinIn)).toEqual([])
})

test.each(['en', 'ru'] as const)(
  'a state of deals is called the same on the board, in tables and in files (%s)',
  (language) => {
    expect(tableNames(language).statuses).toEqual(boardTexts[language].statuses)
  },
)
