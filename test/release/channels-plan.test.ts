import { expect, test } from 'vitest'

import { check } from '#config/check'
import { channelIn } from '#channels/domain/intake'
import { renamingOf } from '#domain/rules/renaming'
import { planAsText } from '#release/domain/plan-text'
import { planRelease } from '#release/domain/release-plan'
import type { Connected } from '#release/domain/live-facts'
import type { Model } from '#schemas/model'
import { plainRules } from '#test/support/steady-rules'

const base = plainRules()
const modelOf = (channels: string): Model => {
  const { model, diagnostics } = check(`${base.replace(/\nmoved:[\s\S]*$/, '\n')}${channels}`)
  if (model === undefined) throw new Error(JSON.stringify(diagnostics))
  return model
}
const before = modelOf(`
channels:
  main_line: { kind: phone, name: Main number }
calls:
  missed: { call_back: 15 working minutes, otherwise: b2c_team }
`)
const connected: readonly Connected[] = [
  { id: 'mango-main', name: 'Mango', adapter: 'mango', lines: { '+74955550000': 'main_line' } },
  { id: 'wa-main', name: 'WhatsApp', adapter: 'whatsapp', lines: {} },
]
const planOf = (after: Model) =>
  planRelease(
    {
      from: 1,
      before,
      after,
      renamed: renamingOf(before, after, 2),
      renamings: [],
      hash: 'x',
      isSame: false,
      now: [],
    },
    {
      at: '2026-12-01T07:00:00.000Z',
      deals: [],
      tasks: [],
      org: { employees: {}, departments: {} },
      holding: {},
      models: new Map(),
      connected,
    },
  )

test('a channel that numbers lead to cannot vanish, and follows its new name', () => {
  const gone = planOf(modelOf('\nchannels:\n  front_desk: { kind: phone, name: Front desk }\n'))
  const after = modelOf(
    '\nchannels:\n  front_desk: { kind: phone, name: Front desk }\nmoved:\n  channels.main_line: front_desk\n',
  )

  expect(gone.blocked.map(({ code, key, paste }) => [code, key, paste])).toEqual([
    ['channel-in-use', 'channels.main_line', ['channels.main_line:']],
  ])
  expect(planAsText(gone, { file: 'next.yaml', lang: 'ru' })).toContain(
    'канала «main_line» больше нет, а в него ведёт: Mango',
  )
  expect(planOf(after).blocked).toEqual([])
  expect(channelIn(after, 'main_line')?.name).toBe('Front desk')
})

test('a plan calls what is said of calls as the file does, and names no line where it knows none', () => {
  const after = modelOf(`
channels:
  main_line: { kind: phone, name: Main number }
calls:
  counts_as_talk: 5 calendar seconds
`)
  const { atOnce } = planOf(after)
  const text = planAsText(planOf(after), { file: 'next.yaml', lang: 'en' })

  expect(text).toContain('calls.counts_as_talk')
  expect(atOnce.find(({ key }) => key === 'calls.counts_as_talk')).not.toHaveProperty('line')
})

test('a plan says by which channel nobody can come, whom nobody calls back, and which messenger may not be used', () => {
  const after = modelOf(`
company: { restricted: yes }
channels:
  main_line: { kind: phone, name: Main number }
  ad_line: { kind: phone, name: Advertisement }
calls:
  missed: { call_back: 20 working minutes, otherwise: b2c_team }
messages:
  answer: 30 working minutes
  templates:
    thanks: { name: Thanks, text: Thank you }
`)
  const plan = planOf(after)
  const codes = ['channel-without-line', 'nobody-in-otherwise', 'foreign-messenger']
  const text = planAsText(plan, { file: 'next.yaml', lang: 'en' })

  expect(plan.warnings.map(({ code }) => code).filter((code) => codes.includes(code))).toEqual(codes)
  expect(text).toContain('nothing that is connected leads to the channel “ad_line” (“Advertisement”)')
  expect(text).toContain('nobody is in the role b2c_team')
  expect(text).toContain('“WhatsApp” is a messenger from abroad')
  expect(text).toContain('calls.missed.call_back: 15 working minutes → 20 working minutes')
  expect(text).toContain('messages.templates.thanks (“Thanks”) is new')
  expect(plan.publishable).toBe(true)
})
