import { beforeEach, describe, expect, test } from 'vitest'

import { contactsOf } from '#domain/deals/contacts'
import type { DealStore, DueKey } from '#ports/deals'
import type { Ports } from '#ports/ports'
import { taskIdOfSubject } from '#domain/kernel/task-id'
import type { DealClock } from '#schemas/deal-clock'
import type { Task } from '#schemas/task'
import { aKeptDeal, aKeptTask, aNote, born, changed, everything, hour } from './things'

/** What every store of deals promises, whatever it is made of. */
export function dealStoreSuite(open: () => Promise<Ports>): void {
  let deals: DealStore
  beforeEach(async () => {
    deals = (await open()).deals
  })
  const dueBefore = async (before: string): Promise<readonly DueKey[]> => {
    const shards = Array.from({ length: 8 }, (_, shard) => shard)
    const found = await Promise.all(
      shards.map((shard) => everything((page) => deals.due({ shard, before, ...page }), 2)),
    )
    return found.flat()
  }
  const aClock = (more: Partial<DealClock> = {}): DealClock => ({
    dealId: 'deal_1',
    rev: 1,
    visit: 1,
    stuck: { from: hour(0), at: hour(5), step: 0 },
    ...more,
  })

  describe('a task of another subject than a deal', () => {
    const talk = { kind: 'talk', id: 'talk_1' } as const
    const callBack = (more: Partial<Task> = {}): Task => ({
      ...aKeptTask({ id: taskIdOfSubject('talk_1', 'call_back-1'), dealId: '', ...more }),
      subject: talk,
    })

    test('is kept under its subject, on the list of whoever does it, and comes up in time', async () => {
      const task = callBack({ responsible: 'anna', dueAt: hour(3), look: { at: hour(3), step: 0 } })

      expect(await deals.openTask(task)).toBe(true)
      expect(await deals.openTask(task)).toBe(false)

      expect(await deals.tasksOfSubject(talk)).toEqual([task])
      expect((await deals.openTasks({ responsible: 'anna', limit: 9 })).items).toEqual([task])
      const due = await dueBefore(hour(4))
      expect(due).toEqual([{ dealId: '', subject: talk, taskId: task.id }])
      expect(await deals.readDue(due)).toEqual({ deals: [], tasks: [task], clocks: [] })
    })

    test('is no task of the deal it has to do with, and of no other subject', async () => {
      const task = callBack({ dealId: 'deal_1' })
      await deals.openTask(task)

      expect(await deals.tasksOf('deal_1')).toEqual([])
      expect(await deals.tasksOfSubject({ kind: 'talk', id: 'talk_2' })).toEqual([])
      expect(await deals.tasksOfSubject({ kind: 'client', id: 'talk_1' })).toEqual([])
      expect(await deals.tasksOfSubject(talk)).toEqual([task])
    })

    test('is changed by one of two who saw the same revision', async () => {
      const task = callBack()
      await deals.openTask(task)

      expect(await deals.adjustTask({ ...task, rev: 2, status: 'done', doneAt: hour(4), doneBy: 'anna' }, 1)).toBe(true)
      expect(await deals.adjustTask({ ...task, rev: 2 }, 1)).toBe(false)
      expect((await deals.tasksOfSubject(talk)).map(({ status }) => status)).toEqual(['done'])
    })
  })

  describe('a deal', () => {
    test('is found as it was saved, without what was undefined', async () => {
      const deal = aKeptDeal({ fields: { zone: 'x', amount: 5_00 }, client: { name: 'Aurora' }, countedBefore: [] })
      await deals.save(born({ ...deal, closed: undefined } as unknown as typeof deal))

      const { countedBefore: _none, ...whole } = deal
      expect(await deals.find('deal_1')).toEqual(whole)
      expect(Object.keys((await deals.find('deal_1')) ?? {})).not.toContain('closed')
      expect(await deals.find('deal_2')).toBeUndefined()
      expect(await deals.findMany(['deal_2', 'deal_1', 'deal_1'].slice(0, 2))).toEqual([whole])
    })

    test('is written by one of two who saw the same version', async () => {
      const first = aKeptDeal()
      await deals.save(born(first))
      await deals.save(changed(first, { title: 'Tea' }))

      await expect(deals.save(changed(first, { title: 'Milk' }))).rejects.toMatchObject({ code: 'version_conflict' })
      await expect(deals.save(born(first))).rejects.toMatchObject({ code: 'version_conflict' })
      expect(await deals.find('deal_1')).toMatchObject({ title: 'Tea', version: 2 })
      expect((await deals.events('deal_1', { limit: 9, order: 'oldest' })).items).toHaveLength(2)
    })

    test('loses own fields and client that are taken away', async () => {
      const first = aKeptDeal({ fields: { need: 'soon' }, client: { phone: '+7 900' } })
      await deals.save(born(first))
      await deals.save(changed(first, { fields: {}, client: {} }))

      expect(await deals.find('deal_1')).toMatchObject({ fields: {}, client: {} })
    })

    test('cannot be changed by whoever wrote or read it', async () => {
      const deal = aKeptDeal({ fields: { amount: 1 } })
      const task = aKeptTask()
      await deals.save(born(deal, { tasks: [{ task }] }))
      deal.fields['amount'] = 2
      task.checklist[0] = { text: 'Nothing', done: true }
      const tamper = (thing: unknown, change: (it: never) => void): void => {
        try {
          change(thing as never)
        } catch (error) {
          // What is read may be frozen: then nobody can even try.
          if (!(error instanceof TypeError)) throw error
        }
      }
      tamper(await deals.find('deal_1'), (it: typeof deal) => (it.fields['amount'] = 3))
      tamper(await deals.findTask('deal_1', task.id), (it: typeof task) => it.checklist.pop())

      expect((await deals.find('deal_1'))?.fields).toEqual({ amount: 1 })
      expect((await deals.findTask('deal_1', task.id))?.checklist).toEqual(aKeptTask().checklist)
    })

    test('is known by its external id, which only one deal can have', async () => {
      await deals.save(born(aKeptDeal({ externalId: 'crm-7' })))

      const second = deals.save(born(aKeptDeal({ id: 'deal_2', externalId: 'crm-7' })))

      await expect(second).rejects.toMatchObject({ code: 'version_conflict' })
      expect(await deals.byExternalId('crm-7')).toBe('deal_1')
      expect(await deals.byExternalId('crm-8')).toBeUndefined()
      expect(await deals.find('deal_2')).toBeUndefined()
    })

    test('is the last one of its client, by any contact', async () => {
      const client = { phone: '+7 900 000-00-01', email: 'Aurora@Example.com' }
      await deals.save({ ...born(aKeptDeal()), finders: contactsOf(client) })
      const second = born(aKeptDeal({ id: 'deal_2', owner: 'boris' }))
      await deals.save({ ...second, finders: contactsOf({ email: client.email }) })

      const byMail = await deals.lastDealOf(contactsOf({ phone: '+7 911 1', email: client.email }))

      expect(byMail).toEqual({ dealId: 'deal_2', owner: 'boris' })
      expect(await deals.lastDealOf(contactsOf({ email: 'nobody@example.com' }))).toBeUndefined()
    })
  })

  describe('a command', () => {
    test('is written whole or not at all, whatever stands in its way', async () => {
      const first = aKeptDeal()
      const task = aKeptTask()
      const answer = { key: 'POST#k1', requestHash: 'h', status: 201, body: first }
      await deals.save(born(first, { tasks: [{ task }], answer }))
      await deals.keepClock({ clock: aClock() })
      await deals.note({ event: aNote(first, 'late~1'), dealVersion: 1 })
      const next = { title: 'Tea' }
      const obstacles = [
        changed(first, next, { tasks: [{ task: { ...task, rev: 3 }, wasRev: 2 }] }),
        changed(first, next, { tasks: [{ task }] }),
        changed(first, next, { clock: { clock: aClock({ rev: 3 }), wasRev: 2 } }),
        changed(first, next, { clock: { clock: aClock() } }),
        changed(first, next, { notes: [aNote(first, 'late~1')] }),
        changed(first, next, { answer: { ...answer, body: 'other' } }),
      ]

      for (const change of obstacles) {
        await expect(deals.save(change)).rejects.toMatchObject({ code: 'version_conflict' })
      }

      expect(await deals.find('deal_1')).toEqual(first)
      expect(await deals.answerOf('POST#k1')).toEqual(answer)
      expect(await deals.tasksOf('deal_1')).toEqual([task])
      expect((await deals.events('deal_1', { limit: 9, order: 'oldest' })).items).toHaveLength(2)
    })

    test('writes its tasks, clock, notes and answer with it', async () => {
      const first = aKeptDeal()
      await deals.save(born(first))
      await deals.save(
        changed(
          first,
          { owner: 'boris' },
          {
            tasks: [{ task: aKeptTask() }, { task: aKeptTask({ id: 'task_1-1-ask' }) }],
            clock: { clock: aClock() },
            notes: [aNote(first, 'stuck~1~1')],
            answer: { key: 'k', requestHash: 'h', status: 200, body: { b: 1, a: [undefined, 2] } },
          },
        ),
      )

      expect((await deals.tasksOf('deal_1')).map(({ id }) => id)).toEqual(['task_1-1-ask', 'task_1-1-call'])
      expect(await deals.clockOf('deal_1')).toEqual(aClock())
      expect(await deals.answerOf('k')).toEqual({
        key: 'k',
        requestHash: 'h',
        status: 200,
        body: { b: 1, a: [null, 2] },
      })
      expect(await deals.answerOf('k2')).toBeUndefined()
      const { items } = await deals.events('deal_1', { limit: 9, order: 'oldest' })
      expect(items.map(({ id }) => id)).toEqual(['deal_1:1', 'deal_1:1~stuck~1~1', 'deal_1:2'])
    })
  })

  describe('tasks', () => {
    test('one is opened once: a duplicate is told and changes nothing', async () => {
      expect(await deals.openTask(aKeptTask())).toBe(true)
      expect(await deals.openTask(aKeptTask({ do: 'Something else' }))).toBe(false)
      expect(await deals.findTask('deal_1', 'task_1-1-call')).toEqual(aKeptTask())
      expect(await deals.findTask('deal_1', 'task_1-1-none')).toBeUndefined()
    })

    test('one is adjusted only from the revision that was seen', async () => {
      await deals.openTask(aKeptTask())
      const next = aKeptTask({ rev: 2, responsible: 'boris' })

      expect(await deals.adjustTask(next, 1)).toBe(true)
      expect(await deals.adjustTask(next, 1)).toBe(false)
      expect(await deals.adjustTask(aKeptTask({ id: 'task_1-1-none' }), 1)).toBe(false)
      expect(await deals.tasksOf('deal_1')).toEqual([next])
    })

    test('open ones stand on the list of whoever has them, by date, those without one last', async () => {
      const open = (id: string, dueAt: string | null, more = {}) => deals.openTask(aKeptTask({ id, dueAt, ...more }))
      await open('task_1-1-c', hour(3))
      await open('task_1-1-a', hour(9))
      await open('task_1-1-n', null)
      await open('task_1-1-b', hour(3))
      await open('task_1-1-x', hour(1), { responsible: 'boris' })
      await open('task_1-1-d', hour(2), { status: 'done', doneAt: hour(4) })
      const listed = async (more: object) =>
        (await everything((page) => deals.openTasks({ responsible: 'anna', ...more, ...page }), 2)).map(({ id }) =>
          id.slice(-1),
        )

      expect(await listed({})).toEqual(['b', 'c', 'a', 'n'])
      expect(await listed({ undated: true })).toEqual(['n'])
      expect(await listed({ from: hour(3) })).toEqual(['b', 'c', 'a'])
      expect(await listed({ to: hour(9) })).toEqual(['b', 'c'])
      expect(await listed({ from: hour(4), to: hour(10) })).toEqual(['a'])
    })

    test('one that is handed over, dated anew or done changes its list', async () => {
      await deals.openTask(aKeptTask())
      await deals.adjustTask(aKeptTask({ rev: 2, responsible: 'boris', dueAt: hour(1) }), 1)
      const [anna, boris] = await Promise.all(
        ['anna', 'boris'].map((responsible) => deals.openTasks({ responsible, limit: 9 })),
      )
      await deals.adjustTask(aKeptTask({ rev: 3, responsible: 'boris', status: 'done', doneAt: hour(2) }), 2)

      expect([anna?.items.length, boris?.items.map(({ dueAt }) => dueAt)]).toEqual([0, [hour(1)]])
      expect((await deals.openTasks({ responsible: 'boris', limit: 9 })).items).toEqual([])
      const done = await deals.doneTasks({ responsible: 'boris', month: '2026-12', limit: 9 })
      expect(done.items.map(({ doneAt }) => doneAt)).toEqual([hour(2)])
      expect((await deals.doneTasks({ responsible: 'boris', month: '2027-01', limit: 9 })).items).toEqual([])
      const since = async (from: string) =>
        (await deals.doneTasks({ responsible: 'boris', month: '2026-12', from, limit: 9 })).items.length
      expect([await since(hour(2)), await since(hour(3))]).toEqual([1, 0])
    })
  })

  describe('notes', () => {
    test('hold only for the version, the task and the clock they were decided on, and once', async () => {
      const deal = aKeptDeal()
      await deals.save(born(deal, { tasks: [{ task: aKeptTask() }] }))
      await deals.keepClock({ clock: aClock() })
      const late = { ...aKeptTask(), rev: 2, overdueFor: hour(8) }
      const note = (what: string, more: object = {}) =>
        deals.note({ event: aNote(deal, what), dealVersion: 1, ...more })

      expect(await note('a', { task: { task: late, wasRev: 1 } })).toBe(true)
      expect(await note('a')).toBe(false)
      expect(await note('b', { task: { task: { ...late, rev: 3 }, wasRev: 1 } })).toBe(false)
      expect(await note('c', { clock: { clock: aClock({ rev: 3 }), wasRev: 2 } })).toBe(false)
      expect(await note('d', { clock: { clock: aClock({ rev: 2 }), wasRev: 1 } })).toBe(true)
      expect(await deals.note({ event: aNote(deal, 'e'), dealVersion: 2 })).toBe(false)
      expect(await deals.findTask('deal_1', late.id)).toEqual(late)
      const { items } = await deals.events('deal_1', { limit: 9, order: 'newest' })
      expect(items.map(({ id }) => id)).toEqual(['deal_1:1~d', 'deal_1:1~a', 'deal_1:1'])
    })

    test('of many, those that do not hold any more keep none of the others out', async () => {
      const all = ['deal_1', 'deal_2', 'deal_3'].map((id) => aKeptDeal({ id }))
      for (const deal of all) await deals.save(born(deal))
      const [, second] = all
      if (second !== undefined) await deals.save(changed(second, { title: 'Tea' }))
      const notes = all.flatMap((deal) => ['x', 'y'].map((what) => ({ event: aNote(deal, what), dealVersion: 1 })))

      expect(await deals.noteAll(notes)).toEqual([true, true, false, false, true, true])
      expect(await deals.noteAll([])).toEqual([])
    })
  })

  describe('the clock', () => {
    test('is set from the revision that was seen', async () => {
      expect(await deals.clockOf('deal_1')).toBeUndefined()
      expect(await deals.keepClock({ clock: aClock() })).toBe(true)
      expect(await deals.keepClock({ clock: aClock() })).toBe(false)
      expect(await deals.keepClock({ clock: aClock({ rev: 2 }), wasRev: 1 })).toBe(true)
      expect(await deals.keepClock({ clock: aClock({ rev: 2 }), wasRev: 1 })).toBe(false)
      expect(await deals.clockOf('deal_1')).toEqual(aClock({ rev: 2 }))
    })

    test('comes up when it is to be looked at, tasks too, in the order of time, and not at the very instant', async () => {
      await deals.save(born(aKeptDeal()))
      await deals.openTask(aKeptTask({ look: { at: hour(8), step: 0 } }))
      await deals.openTask(aKeptTask({ id: 'task_1-1-early', dueAt: hour(2), look: { at: hour(2), step: 0 } }))
      await deals.keepClock({ clock: aClock() })

      expect(await dueBefore(hour(2))).toEqual([])
      expect(await dueBefore(hour(8))).toEqual([{ dealId: 'deal_1', taskId: 'task_1-1-early' }, { dealId: 'deal_1' }])
      expect(await dueBefore(hour(9))).toHaveLength(3)
    })

    test('has nothing to look at any more once things are done and hands at rest', async () => {
      await deals.openTask(aKeptTask({ look: { at: hour(8), step: 0 } }))
      await deals.keepClock({ clock: aClock() })
      await deals.adjustTask(aKeptTask({ rev: 2, status: 'done', doneAt: hour(1) }), 1)
      await deals.keepClock({ clock: { dealId: 'deal_1', rev: 2, visit: 1 }, wasRev: 1 })

      expect(await dueBefore(hour(99))).toEqual([])
    })

    test('what is due is read as it is now, each deal once, what is gone left out', async () => {
      const deal = aKeptDeal({ fields: { amount: 7_00, need: 'soon' }, client: { name: 'Aurora' } })
      await deals.save(born(deal, { tasks: [{ task: aKeptTask() }] }))
      await deals.keepClock({ clock: aClock() })

      const found = await deals.readDue([
        { dealId: 'deal_1' },
        { dealId: 'deal_1', taskId: 'task_1-1-call' },
        { dealId: 'deal_9' },
      ])

      const { client: _client, ...card } = deal
      expect(found).toEqual({
        deals: [{ ...card, fields: { amount: 7_00 } }],
        tasks: [aKeptTask()],
        clocks: [aClock()],
      })
    })
  })

  describe('lists', () => {
    test('the timeline goes both ways, page by page', async () => {
      let deal = aKeptDeal()
      await deals.save(born(deal))
      for (let no = 2; no <= 12; no += 1) {
        const change = changed(deal, { title: `Title ${no}` })
        await deals.save(change)
        deal = change.deal
      }
      const read = async (order: 'newest' | 'oldest') =>
        (await everything((page) => deals.events('deal_1', { order, ...page }), 5)).map(({ id }) => id)
      const ids = Array.from({ length: 12 }, (_, no) => `deal_1:${no + 1}`)

      expect(await read('oldest')).toEqual(ids)
      expect(await read('newest')).toEqual(ids.toReversed())
    })

    test('a column shows the cards of deals that run, the longest in the stage first', async () => {
      const enteredAt = (no: number) => ({ visit: { no: 1, enteredAt: hour(no), configVersion: 1 } })
      for (const no of [3, 1, 2]) await deals.save(born(aKeptDeal({ id: `deal_${no}`, ...enteredAt(no) })))
      const gone = aKeptDeal({ id: 'deal_3', ...enteredAt(3) })
      await deals.save(
        changed(gone, { stage: 'general_offer', fields: { amount: 5, need: 'x' }, client: { name: 'A' } }),
      )
      const column = async (stage: string) =>
        everything((page) => deals.column({ pipeline: 'b2b_new', stage, ...page }), 1)

      expect((await column('presentation')).map(({ id }) => id)).toEqual(['deal_1', 'deal_2'])
      const [card] = await column('general_offer')
      expect(card).toMatchObject({ id: 'deal_3', fields: { amount: 5 } })
      expect(card).not.toHaveProperty('client')
      expect(await column('contract')).toEqual([])
    })

    test('a column says the names of clients to who looks for them, and goes on behind any of its cards', async () => {
      const enteredAt = (no: number) => ({ visit: { no: 1, enteredAt: hour(no), configVersion: 1 } })
      const long = 'A very long name '.repeat(12)
      const clients = [{ name: 'Aurora' }, {}, { name: long, phone: '+7 900 123-45-67' }, { name: 'Borealis' }]
      for (const [no, client] of clients.entries()) {
        await deals.save(born(aKeptDeal({ id: `deal_${no}`, client, ...enteredAt(no) })))
      }
      const ask = { pipeline: 'b2b_new', stage: 'presentation' }

      const paged = await everything((page) => deals.namedColumn({ ...ask, ...page }), 3)
      const { items } = await deals.namedColumn({ ...ask, limit: 9 })
      const cards = (await deals.column({ ...ask, limit: 9 })).items
      const moved = await deals.find('deal_1')
      if (moved !== undefined) await deals.save(changed(moved, { stage: 'general_offer' }))
      const behind = await deals.namedColumn({ ...ask, limit: 9, cursor: items[1]?.place ?? '' })

      expect(items.map(({ deal, client }) => [deal.id, client])).toEqual([
        ['deal_0', 'Aurora'],
        ['deal_1', ''],
        ['deal_2', long],
        ['deal_3', 'Borealis'],
      ])
      expect(paged).toEqual(items)
      expect(items.map(({ deal }) => deal)).toEqual(cards)
      expect(behind.items.map(({ deal }) => deal.id)).toEqual(['deal_2', 'deal_3'])
    })

    test('a deal that is closed leaves column and owner for the month it was closed in', async () => {
      const deal = aKeptDeal()
      await deals.save(born(deal))
      await deals.save(
        changed(deal, { status: 'lost', closed: { at: hour(30), reason: 'price' }, updatedAt: hour(30) }),
      )

      expect((await deals.column({ pipeline: 'b2b_new', stage: 'presentation', limit: 9 })).items).toEqual([])
      expect((await deals.byOwner({ owner: 'anna', limit: 9 })).items).toEqual([])
      const closed = await deals.closedIn({ month: '2026-12', limit: 9 })
      expect(closed.items.map(({ id, status }) => [id, status])).toEqual([['deal_1', 'lost']])
    })

    test('open deals of several owners come as cards, so many of each, in the order they were asked for', async () => {
      await deals.save(born(aKeptDeal({ id: 'deal_2', createdAt: hour(2), fields: { need: 'soon' } })))
      await deals.save(born(aKeptDeal({ id: 'deal_1', createdAt: hour(1) })))
      await deals.save(born(aKeptDeal({ id: 'deal_3', owner: 'boris', createdAt: hour(3) })))

      const pages = await deals.byOwners({ owners: ['boris', 'nobody', 'anna'], limit: 1 })

      expect(pages.map(({ items }) => items.map(({ id }) => id))).toEqual([['deal_3'], [], ['deal_1']])
      expect(pages[2]?.cursor).toBeDefined()
      const [all] = await deals.byOwners({ owners: ['anna'], limit: 9 })
      expect(all?.items).toEqual(
        (await deals.column({ pipeline: 'b2b_new', stage: 'presentation', limit: 9 })).items
          .filter(({ owner }) => owner === 'anna')
          .toSorted((one, other) => (one.id < other.id ? -1 : 1)),
      )
      expect(await deals.byOwners({ owners: [], limit: 9 })).toEqual([])
    })

    test('open deals of an owner come whole, the oldest first', async () => {
      const own = { need: 'soon' }
      await deals.save(born(aKeptDeal({ id: 'deal_2', createdAt: hour(2), fields: own })))
      await deals.save(born(aKeptDeal({ id: 'deal_1', createdAt: hour(1) })))
      const third = aKeptDeal({ id: 'deal_3', createdAt: hour(3) })
      await deals.save(born(third))
      await deals.save(changed(third, { owner: 'boris' }))

      const found = await everything((page) => deals.byOwner({ owner: 'anna', ...page }), 1)

      expect(found.map(({ id, fields }) => [id, fields])).toEqual([
        ['deal_1', {}],
        ['deal_2', own],
      ])
    })
  })
}
