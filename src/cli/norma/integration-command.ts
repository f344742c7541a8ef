import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { readDay, type RecordedDay } from '#channels/domain/recorded-day'
import { playDay } from '#channels/usecases/play-day'
import { recordIntegration } from '#channels/usecases/record-integration'
import { webhookOutlet } from '#webhooks/events/webhook-outlet'
import { Refusal } from '#domain/kernel/refusal'
import { commandEnvironment, RefusedUsage, UsageError } from '#cli/environment'
import { printSaid, say } from '#cli/say'
import { withNorma } from '#cli/with-norma'

type Options = {
  readonly data: string
  readonly speed: number | string
  readonly out?: string
  readonly last: number | string
}

const { lang } = commandEnvironment

/** `norma integration play DIR` plays recorded days into a company; `norma integration record NAME` records what came. */
export async function integrationCommand(action: string, what: string, options: Options): Promise<void> {
  if (action === 'play') return play(what, options)
  if (action === 'record') return record(what, options)
  throw new UsageError(say('integration_action', { action }))
}

async function play(folder: string, { data, speed }: Options): Promise<void> {
  const faster = Number(speed)
  if (!(faster > 0)) throw new UsageError(say('play_speed', { speed: String(speed) }))
  const day = dayIn(folder)
  const played = await withNorma(data, async (norma) => {
    const done = await playDay({ ...norma.ports, outlet: webhookOutlet() }, day, {
      wait: async (seconds) => {
        await sleep((seconds * 1000) / faster)
      },
      tell: ({ integration, at }, status) => {
        process.stderr.write(`${String(at).padStart(6)} s  ${integration}  ${status}\n`)
      },
    })
    await norma.idle()
    return done
  }).catch((error: unknown) => {
    if (error instanceof Refusal) throw new RefusedUsage(error)
    throw error
  })
  await printSaid(lang, say('played', played))
}

/** All days of a folder as one: what came first in any of them comes first. */
function dayIn(folder: string): RecordedDay {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : []
  if (names.length === 0) throw new UsageError(say('play_nothing', { folder }))
  const days = names.toSorted().map((name) => {
    const day = readDay(readFileSync(join(folder, name), 'utf8'))
    if ('wants' in day) throw new UsageError(say('play_file', { file: join(folder, name), ...day }))
    return day
  })
  return {
    integrations: days.flatMap((day) => day.integrations),
    arrivals: days.flatMap((day) => day.arrivals),
  }
}

async function record(name: string, { data, out = '.', last }: Options): Promise<void> {
  const most = Math.min(1000, Math.max(1, Math.trunc(Number(last)) || 20))
  const day = await withNorma(data, ({ ports }) => recordIntegration(ports, name, most))
  if (day === undefined) throw new UsageError(say('integration_none', { id: name }))
  mkdirSync(out, { recursive: true })
  const file = join(out, `${name}.json`)
  writeFileSync(file, `${JSON.stringify(day, null, 2)}\n`)
  await printSaid(lang, say('recorded', { file, count: day.arrivals.length }))
}
