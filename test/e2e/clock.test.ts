import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { afterEach, expect, test } from 'vitest'

import { openIssuer } from '#local/issuer'
import type { Deal } from '#schemas/deal'
import type { DomainEvent } from '#schemas/event'
import type { Notice } from '#schemas/notice'
import type { Task } from '#schemas/task'
import type { Board, Readiness } from '#schemas/views'
import { tellProof } from '#test/support/proof'
import { isWhole } from '#test/support/runs'
import { quietLetters, startProduct, type Product } from '#test/e2e/product'

const minute = 60_000
const once = [-24 * 60, -60, -10, 3 * 60, 48 * 60]
const jumps = Array.from({ length: isWhole() ? 10 : 1 }, () => once).flat()

let product: Product | undefined
let dataDir = ''
afterEach(async () => {
  await product?.kill()
  rmSync(dataDir, { recursive: true, force: true })
})

/** Asks the API as somebody, with a token of the product's own time. */
function asking(address: string, tokenOf: (who: string) => Promise<string>) {
  return async <T>(who: string, method: string, path: string, body?: unknown): Promise<T> => {
    const response = await fetch(`${address}${path}`, {
      method,
      headers: { authorization: `Bearer ${await tokenOf(who)}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`)
    return JSON.parse(text) as T
  }
}

/** Looks until it is so, ten seconds at most. */
async function within10Seconds(isSo: () => Promise<boolean>, what: string): Promise<void> {
  const began = performance.now()
  while (!(await isSo())) {
    if (performance.now() - began > 10_000) throw new Error(`Ten seconds later it is still not so: ${what}`)
    await sleep(100)
  }
}

/** Everything in the inbox, page by page. */
async function everyNotice(address: string, token: string): Promise<readonly Notice[]> {
  const found: Notice[] = []
  for (let path: string | undefined = '/inbox?limit=100'; path !== undefined;) {
    const answer: Response = await fetch(new URL(path, address), { headers: { authorization: `Bearer ${token}` } })
    const { items } = (await answer.json()) as { items: readonly { notice: Notice }[] }
    found.push(...items.map(({ notice }) => notice))
    path = /<([^>]+)>; *rel="next"/.exec(answer.headers.get('link') ?? '')?.[1]
  }
  return found
}

test('whatever the clock is set to, tasks, counters, overdue tasks, schedules and notices are right in ten seconds', async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'norma-clock-'))
  const clock = join(dataDir, 'ahead')
  let ahead = 0
  product = await startProduct(join(dataDir, 'data'), { clock })
  const now = () => Date.now() + ahead
  const issuer = await openIssuer(join(dataDir, 'data'), now)
  const ask = asking(product.address, issuer.mint)
  await ask('admin', 'PUT', '/employees/anna', {
    name: 'Anna',
    department: 'company',
    roles: ['b2c_team'],
    active: true,
  })
  const tasksOf = async (deal: string) => (await ask<{ items: Task[] }>('admin', 'GET', `/deals/${deal}/tasks`)).items
  const overdueOf = async (deal: string) => {
    const path = `/deals/${deal}/timeline?limit=100`
    return (await ask<{ items: DomainEvent[] }>('admin', 'GET', path)).items.filter(
      ({ name }) => name === 'task.overdue',
    )
  }
  const noticesOf = async () => {
    const { items } = await ask<{ items: { notice: Notice }[] }>('anna', 'GET', '/inbox?limit=100')
    return items.map(({ notice }) => notice)
  }
  const counted = async () => {
    const { columns } = await ask<Board>('admin', 'GET', '/boards/b2c_repeat')
    return columns.reduce((sum, { count }) => sum + count, 0)
  }
  /** A deal of Anna's with a task that is due in an hour. */
  const aDeal = async (title: string) => {
    const { id } = await ask<Deal>('admin', 'POST', '/deals', { title, pipeline: 'b2c_repeat', owner: 'anna' })
    const dueAt = new Date(now() + 60 * minute).toISOString()
    const task = await ask<Task>('admin', 'POST', `/deals/${id}/tasks`, { do: 'Ring', responsible: 'anna', dueAt })
    return { id, task: task.id, dueAt }
  }

  const made = [await aDeal('Before')]
  for (const by of jumps) {
    ahead += by * minute
    writeFileSync(clock, String(ahead))
    await sleep(100)
    const jumpedAt = now()
    const deal = await aDeal(`After ${by}`)
    made.push(deal)
    const what = `set by ${by} minutes`

    await within10Seconds(async () => (await tasksOf(deal.id)).length > 1, `tasks of its stage, ${what}`)
    await within10Seconds(async () => (await counted()) === made.length, `the counter, ${what}`)
    await within10Seconds(async () => {
      const { backstage } = await ask<Readiness>('admin', 'GET', '/health/ready')
      const often = backstage?.schedules.filter(({ name }) => /^(sweep-due|send-|run-releases|tell-)/.test(name)) ?? []
      return often.length > 5 && often.every(({ lastRunAt }) => Math.abs(Date.parse(lastRunAt) - jumpedAt) < 15_000)
    }, `schedules, ${what}`)
    for (const { id, dueAt } of made) {
      const isLate = Date.parse(dueAt) < now()
      if (isLate) await within10Seconds(async () => (await overdueOf(id)).length > 0, `overdue, ${what}`)
    }
    await within10Seconds(
      async () => (await noticesOf()).some(({ deal: of, kind }) => of?.id === deal.id && kind === 'task_given'),
      `told of the task, ${what}`,
    )
  }

  expect(await quietLetters(product, join(dataDir, 'data'))).toEqual([])
  for (const { id, task, dueAt } of made) {
    const [tasks, overdue] = [await tasksOf(id), await overdueOf(id)]
    expect(new Set(tasks.map((one) => one.template)).size).toBe(tasks.length)
    const subjects = overdue.map(({ detail }) => `${detail.task?.id ?? ''} ${detail.alert?.since ?? ''}`)
    expect(new Set(subjects).size).toBe(subjects.length)
    expect(overdue.length > 0).toBe(Date.parse(dueAt) < now())
    expect(task).toBeDefined()
  }
  const notices = await everyNotice(product.address, await issuer.mint('anna'))
  expect(new Set(notices.map(({ id }) => id)).size).toBe(notices.length)
  expect(notices.filter(({ kind }) => kind === 'task_given')).toHaveLength(made.length)
  tellProof({ proof: 'clock set', tried: { jumps: jumps.length }, lost: 0, doubled: 0, leaked: 0, wrong: 0 })
}, 900_000)
