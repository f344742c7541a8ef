import { readFileSync } from 'node:fs'

import { firstRules } from '#product/memory-language'
import { replayAll } from '#trial/replay/replay-all'
import { replayRules } from '#trial/replay/replay-world'
import type { RecordedDeal } from '#trial/replay/replaying'
import { demoCompany } from '#test/trial/demo-company'
import { heading, printTable } from './print'
import { yardstickMs } from './yardstick'

/** Deals of the demo company that lend their lives to the others. */
const lives = 200

/** Recorded events (100,000 or `SIMULATE_EVENTS`) replayed through the rules they had and through others. */
export async function measureSimulation(count = 100_000): Promise<void> {
  heading(`${count} recorded events through the rules they had and through new ones`)
  const demo = await demoCompany(lives)
  const next = await firstRules(changed(readFileSync('pipelines.yaml', 'utf8')), demo.now)
  const ask = {
    had: await replayRules([demo.rules]),
    next: await replayRules([next]),
    people: demo.people,
    since: '2026-08-01T00:00:00.000Z',
    until: demo.now,
  }
  const yardstick = yardstickMs()
  const [cpu, began] = [process.cpuUsage(), performance.now()]
  let mostMemory = 0
  let told = 0
  const report = await replayAll(ask, repeated(demo.deals, count), (deals, events) => {
    told = events
    if (deals % 500 === 0) mostMemory = Math.max(mostMemory, process.memoryUsage().rss)
  })
  const seconds = (performance.now() - began) / 1000
  const { user, system } = process.cpuUsage(cpu)
  printTable(
    [
      'deals',
      'events',
      'seconds',
      'of the processor',
      'events a second',
      'most memory, MB',
      'stopped moves',
      'yardstick, ms',
    ],
    [
      [
        String(report.deals),
        String(told),
        seconds.toFixed(1),
        ((user + system) / 1e6).toFixed(1),
        String(Math.round(told / seconds)),
        String(Math.round(mostMemory / 2 ** 20)),
        String(report.moves.stopped),
        ((yardstick + yardstickMs()) / 2).toFixed(0),
      ],
    ],
  )
}

/** The rules with another gate, another task and an earlier ladder. */
function changed(text: string): string {
  return text
    .replace('filled: [decision_maker, need]', 'filled: [decision_maker, need, discount]')
    .replace('due: 4 working hours\n\n  feedback:', 'due: 2 working hours\n\n  feedback:')
    .replace('    - after: 4 working hours\n      notify: owner\n', '    - after: at once\n      notify: owner\n')
}

/** The same lives again and again, each time under other ids, until there are so many events. */
function* repeated(deals: readonly RecordedDeal[], count: number): Generator<RecordedDeal> {
  let events = 0
  for (let round = 0; ; round += 1) {
    for (const deal of deals) {
      if (events >= count) return
      events += deal.events.length
      yield renamed(deal, round)
    }
  }
}

function renamed(deal: RecordedDeal, round: number): RecordedDeal {
  const own = deal.id.slice('deal_'.length)
  return JSON.parse(
    JSON.stringify(deal).replaceAll(own, `${round}X${own.slice(String(round).length + 1)}`),
  ) as RecordedDeal
}
