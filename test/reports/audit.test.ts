import { expect, test } from 'vitest'

import { readAudit } from '#reports/usecases/read-audit'
import { aWorldInMemory } from '#test/support/world'

test('whoever sees little of a long audit gets all of it, page by page, without a request an entry', async () => {
  const world = await aWorldInMemory()
  const { reports } = world.ports
  const [many, limit] = [300, 20]
  for (let no = 0; no < many; no += 1) {
    const by = no % 3 === 0 ? 'anna' : 'helen'
    const at = new Date(Date.parse('2026-11-01T00:00:00.000Z') + no * 60_000).toISOString()
    await reports.noteExport({ id: `exp_${no}`, at, by, what: 'deals', format: 'csv', filters: {}, rows: 1 })
  }
  const [{ caller }, people] = await Promise.all([world.as('anna'), world.ports.people.load()])
  let requests = 0
  const counting: typeof reports = {
    ...reports,
    exports: (page) => {
      requests += 1
      return reports.exports(page)
    },
  }

  const seen: string[] = []
  const sizes: number[] = []
  let cursor: string | undefined
  do {
    const asked = { limit, ...(cursor === undefined ? {} : { cursor }) }
    const page = await readAudit({ reports: counting }, { caller, people }, asked)
    seen.push(...page.items.map(({ id }) => id))
    sizes.push(page.items.length)
    cursor = page.cursor
  } while (cursor !== undefined)

  expect(seen).toEqual(Array.from({ length: many / 3 }, (_, no) => `exp_${many - 3 - no * 3}`))
  expect(sizes.filter((size) => size > limit)).toEqual([])
  expect(requests).toBeLessThanOrEqual((2 * many) / limit)
})
