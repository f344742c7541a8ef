import type { Adapter } from './adapter'

/** Each by its id, loaded when it is asked for: the door pays at its start for none of them. */
const loaders: Readonly<Record<string, () => Promise<Adapter>>> = {
  vats: async () => (await import('./adapters/vats')).vats,
  mango: async () => (await import('./adapters/mango')).mango,
  uis: async () => (await import('./adapters/uis')).uis,
  zadarma: async () => (await import('./adapters/zadarma')).zadarma,
  sipuni: async () => (await import('./adapters/sipuni')).sipuni,
  asterisk: async () => (await import('./adapters/asterisk')).asterisk,
  generic: async () => (await import('./adapters/generic')).generic,
  telegram: async () => (await import('./adapters/telegram')).telegram,
  max: async () => (await import('./adapters/max')).max,
  wazzup: async () => (await import('./adapters/wazzup')).wazzup,
  whatsapp: async () => (await import('./adapters/whatsapp')).whatsapp,
  mail: async () => (await import('./adapters/mail')).mail,
  imap: async () => (await import('./adapters/imap')).imap,
  graph: async () => (await import('./adapters/graph')).graph,
  site: async () => (await import('./adapters/site')).site,
  tilda: async () => (await import('./adapters/tilda')).tilda,
  vk: async () => (await import('./adapters/vk')).vk,
  meta_leads: async () => (await import('./adapters/meta-leads')).metaLeads,
}

/** The adapter of that id; undefined where there is none. */
export async function loadedAdapter(id: string): Promise<Adapter | undefined> {
  return Object.hasOwn(loaders, id) ? loaders[id]?.() : undefined
}
