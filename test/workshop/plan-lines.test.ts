import { expect, test } from 'vitest'
import { planGroups } from '#browser/editor/plan-lines'
import { plannedRelease } from '#release/http/example-releases'

test('a plan is shown group by group, in words of both languages, with what stands behind each change', () => {
  const [change] = plannedRelease.nextEntry
  if (change === undefined) throw new Error('The example has no change.')
  const blocked = {
    ...change,
    code: 'stage-in-use' as const,
    paste: ['old: new'],
    guess: 'new',
    names: { stage: 'old' },
  }
  const plan = { ...plannedRelease, blocked: [blocked] }

  const english = planGroups(plan, 'en')
  const russian = planGroups(plan, 'ru')

  expect(english.map(({ id }) => id)).toEqual(['blocked', 'nextEntry'])
  expect(english[0]?.lines[0]).toMatchObject({
    mark: '✗',
    paste: ['old: new'],
    examples: ['Coffee machines for Aurora'],
  })
  expect(english[0]?.title).toContain('BLOCKED')
  expect(english[1]?.lines[0]?.head).toContain('contract.draft_contract')
  expect(english[1]?.lines[0]?.now?.handedOver).toBe(3)
  // The page has a box to tick for what the command line has an option for.
  expect(JSON.stringify([english, russian])).not.toContain('--now')
  expect(russian[0]?.title).toMatch(/[а-я]/i)
  expect(russian[1]?.lines[0]?.body.join(' ')).toMatch(/[а-я]/i)
})
