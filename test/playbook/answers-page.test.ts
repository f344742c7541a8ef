import { expect, test } from 'vitest'

import { check } from '#config/check'
import { channelEvents } from '#domain/rules/told-to-deals'
import { playbook } from '#playbook/playbook'
import { suggestionsAt } from '#config/schema/suggestions-at'
import { projectSchema } from '#config/schema/project-schema'
import { plainRules } from '#test/support/steady-rules'

const base = plainRules()
const rules = `${base}
channels:
  main_line: { kind: phone, name: Main number }
  ad_line: { kind: phone, name: Number in the advertisement, pipeline: b2c_new }
intake:
  same_client_within: 30 calendar days
  lines:
    - when: { channel: ad_line, known_client: yes }
      becomes: deal
    - becomes: request
      by: head_of_sales
      answer: 1 working hour
calls:
  missed: { call_back: 15 working minutes, otherwise: b2c_team, tries: 3 in 2 working days }
  hidden_number: { notify: head_of_sales, at: "17:30" }
  recordings: { keep: 90 calendar days, notice: This call is recorded., may_hear: quality }
messages:
  answer: 30 working minutes
  templates:
    thanks: { name: Thanks, text: "Thank you, {client.name}!" }
`
const pageIn = (text: string, language: 'en' | 'ru') => {
  const { model, diagnostics } = check(text)
  if (model === undefined) throw new Error(JSON.stringify(diagnostics))
  return playbook(model, language).pages.find(({ slug }) => slug === 'answers')?.markdown
}

test('the playbook says how clients come and how soon each is answered, in both languages', () => {
  const english = pageIn(rules, 'en') ?? ''
  const russian = pageIn(rules, 'ru') ?? ''

  for (const said of [
    '# How we answer',
    'By Number in the advertisement, a client of ours: a new deal.',
    'within 1 working hour',
    'called back within 15 working minutes',
    'where nobody had the client: [Managers for private clients](role-b2c_team.md).',
    'After 3 attempts without an answer within 2 working days the ladder is climbed at once.',
    'will be notified at 17:30',
    'Callers are told before they are recorded: “This call is recorded.”',
    'Thank you, \\[',
  ])
    expect(english).toContain(said)
  for (const said of ['# Как мы отвечаем', 'Перезваниваем в течение 15 рабочих минут', 'уведомление в 17:30'])
    expect(russian).toContain(said)
})

test.each(channelEvents)('the playbook says in words when a rule that waits for %s runs', (event) => {
  const { model, diagnostics } = check(
    rules.replace(/^automation:.*\n/m, (line) => `${line}  greet: { on: ${event}, do: [{ notify: owner_manager }] }\n`),
  )
  if (model === undefined) throw new Error(JSON.stringify(diagnostics))
  for (const language of ['en', 'ru'] as const) {
    const page = playbook(model, language).pages.find(({ slug }) => slug === 'automation')

    expect(page?.markdown).not.toContain(event)
    expect(page?.markdown).toMatch(language === 'en' ? /When .*client/ : /Когда .*клиент/)
  }
})

test('where the rules say nothing of it there is no such page', () => {
  expect(pageIn(base, 'en')).toBeUndefined()
})

test('an editor offers the channels and templates of the file, and what clients do as events', () => {
  const offersAt = (piece: string) => {
    const text = `${rules.trimEnd()}\n${piece}`
    const found = suggestionsAt(text, text.length, projectSchema(text))
    return (found?.offers ?? []).map(({ label }) => label)
  }

  expect(offersAt('    sorry: { name: Sorry, text: Sorry, channel: ')).toEqual(['main_line', 'ad_line'])
  const inRules = rules.replace(/^automation:.*\n/m, (line) => `${line}  greet:\n    on: call_\n`)
  const at = inRules.indexOf('on: call_') + 'on: call_'.length
  const events = (suggestionsAt(inRules, at, projectSchema(inRules))?.offers ?? []).map(({ label }) => label)
  expect(events).toEqual(expect.arrayContaining(['call_missed', 'call_back_late', 'client_waiting']))
})

test('the playbook says whose a client is, who sees what of them, and what they agree to', () => {
  const text = `${base}
clients:
  owner: follows_deal
  see: { contacts: { others: no }, known: [head_of_sales] }
  duplicates: { link: [inn, phone with name] }
consents:
  letters: { name: Letters, version: "2", text: We may write to you., required: yes, for: [mail, call] }
`
  const english = pageIn(text, 'en') ?? ''
  const russian = pageIn(text, 'ru') ?? ''

  for (const said of [
    'whoever is given their deal is given the client.',
    'Whose client it is sees numbers and addresses with the card.',
    'Nobody else sees them, whatever their rights.',
    'are told whose it is: [Head of the sales department](role-head_of_sales.md).',
    'A lead is recognised by INN or telephone number, where the names agree too.',
    '**Letters** (2): “We may write to you.” Nothing goes on without it. Whoever has agreed is turned to by mail, telephone;',
  ]) {
    expect(english).toContain(said)
  }
  expect(russian).toContain('Заявку относят к известному клиенту по ИНН или номеру телефона, если сошлись и имена.')
  expect(russian).toContain('Кто согласился, тому пишем и звоним по: почте, телефону; кто отозвал – больше нет.')
  expect(
    pageIn(base.replace(/^(?:clients|consents|channels|calls|intake|messages):\n(?: .*\n|\n)+/gm, ''), 'en'),
  ).toBeUndefined()
})
