import { shelf } from '#memory/shelf'
import type { TalkStore } from '#ports/talks'

type Whose = 'link' | 'unlink' | 'talksOf' | 'clientsOf' | 'noteStranger' | 'putOffStranger' | 'oldestStrangers'

/** Whose talks are, and which are nobody’s; `forget` takes the note away with its talk. */
export function memoryWhose(): { readonly store: Pick<TalkStore, Whose>; readonly forget: (talk: string) => void } {
  const links = shelf<string>()
  const linked = shelf<string>()
  const strangers = new Map<string, string>()
  const store: Pick<TalkStore, Whose> = {
    link: async (client, talk) => {
      links.put(client, talk, talk)
      linked.put(talk, client, client)
    },
    unlink: async (client, talk) => {
      links.take(client, talk)
      linked.take(talk, client)
    },
    talksOf: async (client) => links.all(client),
    clientsOf: async (talk) => linked.all(talk),
    noteStranger: async (talk, at) => {
      if (!strangers.has(talk)) strangers.set(talk, at)
    },
    putOffStranger: async (talk, at) => {
      strangers.set(talk, at)
    },
    oldestStrangers: async (limit) =>
      [...strangers]
        .map(([talk, at]) => ({ talk, at }))
        .toSorted((one, other) => (`${one.at}#${one.talk}` < `${other.at}#${other.talk}` ? -1 : 1))
        .slice(0, limit),
  }
  return { store, forget: (talk) => strangers.delete(talk) }
}
