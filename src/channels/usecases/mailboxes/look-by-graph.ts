import { part, said } from '#channels/adapter'
import { graphOf, jsonIn, whyIn, type Graph } from './graph-access'
import { mostAtOnce, mostMailBytes, type Looking, type SeenHead } from './looking'

/** Where Microsoft says the next look into a folder begins. */
type Places = Readonly<Record<string, string>>

const usualFolders = ['inbox', 'sentitems'] as const
const mostPageBytes = 4_000_000
const fields = 'internetMessageId,from,toRecipients,ccRecipients,bccRecipients,receivedDateTime'

/**
 * Looks into a mailbox of Microsoft 365 and takes what has come since; the mail itself is fetched as it came. Where Microsoft
 * does not know any more how far we were, what is young is looked at again, and what we have is known by its own id.
 */
export async function lookByGraph(looking: Looking): Promise<void> {
  const graph = await graphOf(looking.outlet, looking.integration)
  let places = (looking.place ?? {}) as Places
  const named = looking.integration.settings.folders ?? []
  for (const folder of named.length > 0 ? named : usualFolders) {
    let left = mostAtOnce
    let next: string | undefined = places[folder] ?? firstLook(graph, folder, looking.from)
    while (next !== undefined && left > 0) {
      const page = await pageAt(graph, next)
      if (page === 'lost') {
        next = firstLook(graph, folder, looking.from)
        continue
      }
      for (const one of page.items) await takeOne(graph, looking, one)
      left -= page.items.length
      places = { ...places, [folder]: page.next ?? page.done }
      await looking.note(places)
      next = page.next
    }
  }
}

function firstLook({ base }: Graph, folder: string, from: string): string {
  const query = new URLSearchParams({ $select: fields, $filter: `receivedDateTime ge ${from}` })
  return `${base}/mailFolders/${encodeURIComponent(folder)}/messages/delta?${query.toString()}`
}

type Page = { readonly items: readonly unknown[]; readonly next?: string; readonly done: string }

async function pageAt(graph: Graph, url: string): Promise<Page | 'lost'> {
  const answer = await graph.ask({ url }, mostPageBytes)
  const says = jsonIn(answer.bytes)
  const code = said(part(says, 'error', 'code')) ?? ''
  if (answer.status === 410 || /^(?:syncStateNotFound|syncStateInvalid|resyncRequired)$/i.test(code)) return 'lost'
  if (answer.status !== 200) throw new Error(whyIn(answer))
  const items = part(says, 'value')
  const [next, done] = [said(part(says, '@odata.nextLink')), said(part(says, '@odata.deltaLink'))]
  if (!Array.isArray(items) || (next ?? done) === undefined) throw new Error('Microsoft answered with no page.')
  return { items: items as readonly unknown[], ...(next === undefined ? {} : { next }), done: done ?? next ?? '' }
}

async function takeOne(graph: Graph, looking: Looking, one: unknown): Promise<void> {
  const id = said(part(one, 'id'))
  if (id === undefined || part(one, '@removed') !== undefined || !(await looking.isWanted(headOf(one)))) return
  const answer = await graph.ask({ url: `${graph.base}/messages/${encodeURIComponent(id)}/$value` }, mostMailBytes)
  // It was moved or thrown away since.
  if (answer.status === 404) return
  if (answer.status !== 200) throw new Error(whyIn(answer))
  await looking.take(answer.bytes)
}

function headOf(one: unknown): SeenHead {
  const address = (of: unknown) => said(part(of, 'emailAddress', 'address'))
  const all = ['toRecipients', 'ccRecipients', 'bccRecipients'].flatMap((name) => {
    const found = part(one, name)
    return Array.isArray(found) ? (found as readonly unknown[]).flatMap((of) => address(of) ?? []) : []
  })
  const [id, from] = [said(part(one, 'internetMessageId'))?.replace(/^<|>$/g, ''), address(part(one, 'from'))]
  return { ...(id === undefined ? {} : { id }), ...(from === undefined ? {} : { from }), to: all }
}
