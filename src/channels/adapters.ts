import type { Adapter } from './adapter'
import { asterisk } from './adapters/asterisk'
import { generic } from './adapters/generic'
import { graph } from './adapters/graph'
import { imap } from './adapters/imap'
import { mango } from './adapters/mango'
import { mail } from './adapters/mail'
import { max } from './adapters/max'
import { metaLeads } from './adapters/meta-leads'
import { sipuni } from './adapters/sipuni'
import { site } from './adapters/site'
import { telegram } from './adapters/telegram'
import { tilda } from './adapters/tilda'
import { uis } from './adapters/uis'
import { vats } from './adapters/vats'
import { vk } from './adapters/vk'
import { wazzup } from './adapters/wazzup'
import { whatsapp } from './adapters/whatsapp'
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
  telegram,
  max,
  wazzup,
  whatsapp,
  mail,
  imap,
  graph,
  site,
  tilda,
  vk,
  metaLeads,
]

/** The adapter of that id; undefined where there is none. */
export function adapterOf(id: string): Adapter | undefined {
  return adapters.find((one) => one.id === id)
}
