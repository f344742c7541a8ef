import { expect, test, vi } from 'vitest'

import { missingName, namersOf } from '#pages/deals/timeline-names'
import type { PageAsk } from '#pages/page.tsx'
import type { DomainEvent } from '#schemas/event'
import type { Task } from '#schemas/task'
import { aWorldInMemory } from '#test/support/world'

/** What a move lacked, as the history of a deal tells it, and which earlier versions of the rules are read for it. */
async function told(missing: readonly string[], language: 'en' | 'ru', isReadable = true) {
  const { ports } = await aWorldInMemory()
  const { model } = await ports.rules.current()
  const papers = {
    documents: { contract: { name: 'Contract' } },
    invoices: { advance: { name: 'Advance' } },
  } as unknown as Partial<typeof model>
  const newest = { ...(await ports.rules.current()), version: 9, model: { ...model, ...papers } }
  const tasks = [{ id: 'task_1A-1-2b', do: 'Ask the director' }] as unknown as readonly Task[]
  const read: number[] = []
  const rules = {
    ...ports.rules,
    version: async (no: number) => {
      read.push(no)
      if (!isReadable) throw new Error(`Version ${no} cannot be read.`)
      return ports.rules.current()
    },
  }
  const ask = { language, ports: { ...ports, rules } } as PageAsk
  const override = { by: 'helen', role: 'head_of_sales', reason: 'In a hurry', missing: [...missing] }
  const event = { name: 'deal.moved', configVersion: 3, detail: { override } } as unknown as DomainEvent
  const namers = (await namersOf(ask, { newest }, [event]))(event)
  return { said: missing.map((word) => missingName({ ask, file: { tasks } }, namers, word)), read }
}

const lines = ['must:paid: at least 50%', 'must:invoiced: advance', 'must:signed: contract', 'task:task_1A-1-2b']

test.each([
  [
    'en',
    [
      'at least 50% of what was invoiced paid',
      'the invoice “Advance” issued',
      '“Contract” signed',
      'Ask the director',
      'the order of the stages',
    ],
  ],
  [
    'ru',
    [
      'оплата не меньше 50 % от выставленного',
      'выставленный счёт «Advance»',
      'подписанный документ «Contract»',
      'Ask the director',
      'порядок этапов',
    ],
  ],
] as const)(
  'money, documents and tasks added by hand are told without reading earlier rules (%s)',
  async (lang, said) => {
    expect(await told([...lines, 'stage_not_next'], lang)).toEqual({ said, read: [] })
  },
)

test('what was kept by an earlier spelling is told by the same name', async () => {
  const [now, before] = [await told(['field:amount'], 'en'), await told(['fields:amount'], 'en')]

  expect(before).toEqual(now)
  expect(now).toEqual({ said: ['Amount'], read: [] })
})

test('what no rules name any more is looked for in those of its day, and told by its id', async () => {
  expect(await told(['task:long_gone', 'must:signed: long_gone'], 'en')).toEqual({
    said: ['long_gone', 'long_gone'],
    read: [3],
  })
})

test('an earlier version that cannot be read costs a name, not the page, and is told to the log', async () => {
  const said = vi.spyOn(console, 'error').mockReturnValue()

  expect(await told(['task:long_gone', 'field:amount'], 'en', false)).toEqual({
    said: ['long_gone', 'Amount'],
    read: [3],
  })
  expect(said.mock.calls.map(([line]) => JSON.parse(String(line)))).toEqual([
    {
      level: 'error',
      what: 'earlier rules not read for names',
      version: 3,
      error: 'Error: Version 3 cannot be read.',
    },
  ])
  said.mockRestore()
})
