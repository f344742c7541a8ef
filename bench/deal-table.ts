import type { Ports } from '#ports/ports'
import { systemCaller } from '#domain/kernel/access'
import { readDealTable, type AskedTable } from '#reports/usecases/read-deal-table'
import { readStandings } from '#reports/usecases/read-standings'

import { heading, printTable } from './print'
import type { wireMeter } from './wire-meter'
import { yardstickMs } from './yardstick'

/** What people ask the table of deals for. */
const asks: readonly (readonly [name: string, asked: AskedTable])[] = [
  ['newest first', {}],
  ['under way', { where: 'status=open,won' }],
  ['by amount', { sort: '-fields.amount' }],
  ['by a field of the file, narrowed by others', { where: 'fields.amount>=5000000;status=won', sort: 'fields.source' }],
  ['late tasks of a direction', { where: 'direction=b2b_new;nextDueAt<=now', sort: 'nextDueAt' }],
]

/** How long the first page of the table of deals takes, read by a process that remembers nothing, and again; and how a team stands. */
export async function measureDealTable(freshPorts: () => Ports, cost: ReturnType<typeof wireMeter>): Promise<void> {
  heading('The table of deals')
  const rows: (readonly (string | number)[])[] = []
  const timed = async (name: string, read: (ports: Ports) => Promise<unknown>): Promise<void> => {
    const ports = freshPorts()
    await Promise.all([ports.people.load(), ports.rules.current(), ports.settings.load()])
    const once = async (): Promise<readonly [number, number]> => {
      cost()
      const began = performance.now()
      await read(ports)
      return [performance.now() - began, cost().requests]
    }
    const [first, firstRequests] = await once()
    const again = [await once(), await once(), await once()].toSorted(([one], [other]) => one - other)
    const [ms = 0, requests = 0] = again[1] ?? []
    rows.push([name, first, firstRequests, ms, requests, yardstickMs()])
  }
  for (const [name, asked] of asks) {
    await timed(name, async (ports) => {
      const reader = { caller: systemCaller('system', 'bench'), people: await ports.people.load() }
      return readDealTable(ports, reader, { asked, language: 'en' }, { limit: 50 })
    })
  }
  await timed('how a large team stands', async (ports) => readStandings(ports, await ports.people.load()))
  printTable(['asked for', 'first, ms', 'requests', 'again, ms', 'requests', 'yardstick, ms'], rows)
}
