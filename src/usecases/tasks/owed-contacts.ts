import type { Caller } from '#domain/kernel/access'
import { isKeptFromWhoOwes } from '#domain/people/seen-contacts'
import type { Ports } from '#ports/ports'

/**
 * How to reach whoever waits in talks, by the talk, for whoever owes it: without those that rights or rules keep from them. A
 * request or two a talk.
 */
export async function owedContacts(
  { talks, knownClients, rules, people }: Pick<Ports, 'talks' | 'knownClients' | 'rules' | 'people'>,
  caller: Caller,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const [{ model }, org] = await Promise.all([rules.current(), people.load()])
  const found = await Promise.all(
    [...new Set(ids)].map(async (id) => {
      const contact = (await talks.findTalk(id))?.contact
      if (contact === undefined) return []
      const written = contact.includes('@') ? { email: contact } : contact.startsWith('+') ? { phone: contact } : {}
      const { linked } = await knownClients.find(written)
      const isKept =
        linked !== undefined && isKeptFromWhoOwes(model.clients?.see, { caller, people: org }, linked.owner)
      return isKept ? [] : [[id, contact] as const]
    }),
  )
  return new Map(found.flat())
}
