import { rawDoor } from '#channels/http/raw-door'
import { consumers } from '#channels/events/consumers'
import { arrivalEvent } from '#channels/domain/arrivals'
import type { RawRequest } from '#channels/domain/asked'
import type { KeptIntegration } from '#ports/integrations'
import type { Ports } from '#ports/ports'
import { settleCalls } from '#channels/usecases/settle-calls'
import type { DomainEvent } from '#schemas/event'
import type { World } from '#test/support/world'

import { sampleAdapters, sampleIn, sampleSecrets } from './samples'

/** A company with everything of the samples connected, and the door they knock at. */
export type ChannelScene = {
  readonly ports: Ports
  /** Sends a request to the door of an integration. */
  readonly send: (integration: string, request: RawRequest) => Promise<Response>
  /** Has an exchange with a key tell of a call, and reads it. */
  readonly tell: (integration: string, call: object) => Promise<void>
  /** Sends one of the samples. */
  readonly sample: (name: string) => Promise<Response>
  /** Reads everything that came and was not read yet. */
  readonly read: () => Promise<void>
  /** Judges calls as of an instant. */
  readonly settle: (at: string) => Promise<void>
}

/** Connects everything of the samples. */
export async function channelScene({ ports: given }: Pick<World, 'ports'>): Promise<ChannelScene> {
  const waiting: DomainEvent[] = []
  const ports: Ports = {
    ...given,
    integrations: heardBy(given.integrations, (event) => waiting.push(event)),
  }
  for (const [id, adapter] of Object.entries(sampleAdapters)) await ports.integrations.save(integrationOf(id, adapter))
  const door = rawDoor({ ports, log: () => undefined })
  const send = async (integration: string, { method, tail, query, headers, body }: RawRequest): Promise<Response> => {
    const path = `/in/${integration}${tail === '' ? '' : `/${tail}`}${query === '' ? '' : `?${query}`}`
    const hasBody = method !== 'GET' && method !== 'OPTIONS'
    return door.request(path, { method, headers: { ...headers }, ...(hasBody ? { body: Buffer.from(body) } : {}) })
  }
  const read = async (): Promise<void> => {
    for (const event of waiting.splice(0))
      for (const one of consumers) {
        const failed = await one.run(ports, [event])
        if (failed.length > 0) throw new Error(`${one.name} failed on ${failed.join(', ')}`)
      }
  }
  return {
    ports,
    send,
    read,
    tell: async (integration, call) => {
      const headers = { authorization: 'Bearer k1', 'content-type': 'application/json' }
      await send(integration, { method: 'POST', tail: '', query: '', headers, body: Buffer.from(JSON.stringify(call)) })
      await read()
    },
    sample: (name) => {
      const { integration, raw } = sampleIn(name)
      return send(integration, raw)
    },
    settle: async (at) => {
      await settleCalls(ports, at)
    },
  }
}

function integrationOf(id: string, adapter: string): KeptIntegration {
  return {
    id,
    adapter: adapter as KeptIntegration['adapter'],
    name: id,
    settings: { zone: 'Europe/Moscow', origins: ['https://shop.example'] },
    lines: {},
    logins: { '101': 'anna', '102': 'boris', anna: 'anna', boris: 'boris' },
    paused: false,
    createdAt: '2026-12-01T06:00:00.000Z',
    createdBy: 'helen',
    secrets: [{ values: sampleSecrets[adapter] ?? {} }],
    rev: 1,
  }
}

function heardBy(store: Ports['integrations'], hear: (event: DomainEvent) => void): Ports['integrations'] {
  return {
    all: () => store.all(),
    find: (id) => store.find(id),
    save: (integration) => store.save(integration),
    health: (id) => store.health(id),
    days: (id, from) => store.days(id, from),
    lookedInto: (id) => store.lookedInto(id),
    saveLookedInto: (looked) => store.saveLookedInto(looked),
    callOrders: (id) => store.callOrders(id),
    saveCallOrders: (orders) => store.saveCallOrders(orders),
    countRefused: (id, times) => store.countRefused(id, times),
    countRead: (id, read) => store.countRead(id, read),
    keep: async (arrival) => {
      await store.keep(arrival)
      hear(arrivalEvent(arrival))
    },
    arrival: (integration, id) => store.arrival(integration, id),
    arrivals: (integration, page) => store.arrivals(integration, page),
    noteRead: (integration, id, state, why) => store.noteRead(integration, id, state, why),
  }
}
