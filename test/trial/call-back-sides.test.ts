import { expect, test } from 'vitest'

import { check } from '#config/check'
import type { CallBackFact } from '#schemas/channels/call-back-fact'
import type { Model } from '#schemas/model'
import { callBackSides } from '#trial/replay/call-back-sides'
import { formatReplay, formatReplayMarkdown } from '#trial/replay/format-replay'
import { replayBook } from '#trial/replay/replay-report'
import { steadyRules } from '#test/support/steady-rules'

const people = { employees: {}, departments: {} }
const until = '2026-12-11T15:00:00.000Z'

function modelWith(callBack?: string): Model {
  const calls =
    callBack === undefined
      ? ''
      : `\ncalls:\n  missed:\n    call_back: ${callBack}\n    by: owner\n    otherwise: head_of_sales\n`
  const { model, diagnostics } = check(`${steadyRules()}${calls}`)
  if (model === undefined) throw new Error(JSON.stringify(diagnostics.slice(0, 3)))
  return model
}

/** Missed on Friday at 17:55 of Moscow, which is called back on Monday. */
const friday = (closedAt?: string): CallBackFact => ({
  talk: 'talk_1',
  missedAt: ['2026-12-04T14:55:00.000Z'],
  since: '2026-12-04T14:55:30.000Z',
  due: '',
  attempts: 0,
  person: 'anna',
  ...(closedAt === undefined ? {} : { closed: { at: closedAt, how: 'called_back', isAsTold: false } }),
})

test('another time to call back makes as many late as were called back after it, in working time', () => {
  const facts = [friday('2026-12-07T06:20:00.000Z'), friday('2026-12-07T06:05:00.000Z'), friday()]

  const sides = callBackSides(facts, {
    before: modelWith('30 working minutes'),
    after: modelWith('15 working minutes'),
    people,
    until,
  })

  expect(sides).toEqual({
    count: 3,
    before: { within: '30 working minutes', late: 1 },
    after: { within: '15 working minutes', late: 2 },
  })
})

test('a side that asks for no call-back owes none, and where neither does nothing is said', () => {
  const [with15, without] = [modelWith('15 working minutes'), modelWith()]

  expect(callBackSides([friday()], { before: with15, after: without, people, until })?.after).toBeNull()
  expect(callBackSides([], { before: without, after: without, people, until })).toBeUndefined()
})

test('what would have been late is told beside the deals, in both languages', () => {
  const asked = { before: modelWith('30 working minutes'), after: modelWith('15 working minutes'), people, until }
  const callBacks = callBackSides([friday('2026-12-07T06:20:00.000Z')], asked)
  const report = { ...replayBook('2026-11-01T00:00:00.000Z', until).report(), callBacks }
  const shown = { file: 'next.yaml', zone: 'Europe/Moscow' }

  expect(formatReplay(report, { ...shown, language: 'en' })).toContain(
    'Call-backs owed: 1; late: 0 with 30 working minutes → 1 with 15 working minutes',
  )
  expect(formatReplayMarkdown(report, { ...shown, language: 'ru' })).toContain(
    'Нужно было перезвонить: 1; поздно: 0 при сроке «30 working minutes» → 1 при сроке «15 working minutes»',
  )
})
