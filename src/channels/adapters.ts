import type { Adapter } from './adapter'
import { asterisk } from './adapters/asterisk'
import { generic } from './adapters/generic'
import { mango } from './adapters/mango'
import { metaLeads } from './adapters/meta-leads'
import { sipuni } from './adapters/sipuni'
import { site } from './adapters/site'
import { tilda } from './adapters/tilda'
import { uis } from './adapters/uis'
import { vats } from './adapters/vats'
import { vk } from './adapters/vk'
import { zadarma } from './adapters/zadarma'

/** Everything that can be connected, in the order in which it is offered. */
export const adapters: readonly Adapter[] = [
  vats,
  mango,
  uis,
  zadarma,
  sipuni,
  asterisk,
  generic,
  site,
  tilda,
  vk,
  metaLeads,
]

/** The adapter of that id; undefined where there is none. */
export function adapterOf(id: string): Adapter | undefined {
  return adapters.find((one) => one.id === id)
}
