import { clientParts } from '#clients/domain/client-conditions'
import { clientColumns, shownColumns, type ClientColumn } from '#clients/domain/client-columns'
import { listedName } from '#clients/domain/listed-name'
import { clientRefusal } from '#clients/words/client-refusal'
import type { Ports } from '#ports/ports'
import type { ClientFileQuery } from '#schemas/client'
import type { WholeClient } from '#schemas/kept-client'
import type { Language } from '#schemas/language-names'
import type { ExportEntry } from '#schemas/report'
import { countRead, type ReadingPorts } from '#usecases/people/count-reading'
import { refuseExport } from '#usecases/people/refuse-export'

import { listedCards, othersIn, ownersSeen } from './list-clients'
import { seenRule } from './read-clients'
import type { Asker } from './readable-client'
import { refuseSpent } from './reading/count-reading'

type Needs = ReadingPorts & Pick<Ports, 'clients' | 'reports' | 'ids'>
type Asked = Omit<ClientFileQuery, 'lang'>

/** So many clients a file has at most: more do not pass the door in one piece, and are narrowed to parts. */
const mostRows = 20_000
const aPage = 1_000

/**
 * All clients of the list for a file, by name. Whoever may not see them does not get them; of numbers and addresses the file
 * has what the reader’s list and cards have. Other people’s clients count for the budget of reading, and that the file was
 * taken out is on record, both before it is given away: what cannot be kept is not given.
 */
export async function exportClients(
  ports: Needs,
  asker: Asker,
  {
    asked,
    format,
    language,
  }: { readonly asked: Asked; readonly format: ExportEntry['format']; readonly language: Language },
) {
  refuseExport(asker.caller)
  const { model } = await ports.rules.current()
  const columns = clientColumns(model, Object.keys(asker.people.employees))
  const chosen = (asked.columns ?? '').split(',').filter((id) => id !== '')
  const unknown = chosen.find((id) => !columns.some((one) => one.id === id))
  if (unknown !== undefined)
    throw clientRefusal('field_unknown.client_file', { id: unknown, known: columns.map(({ id }) => id) })
  const cards = await allListed(ports, asker, asked.where ?? '')
  await keepTaken(ports, asker, { asked, format, cards, columns })
  const seen = await seenRule(ports)
  return {
    cards,
    columns: shownColumns(chosen, columns),
    model,
    language,
    seenOf: (one: WholeClient) => seen(asker, one),
  }
}

/** The cards of the list, the lists of all whose clients somebody may see one after another: a page of each at a time. */
async function allListed(ports: Needs, asker: Asker, where: string): Promise<readonly WholeClient[]> {
  const cards: WholeClient[] = []
  for (const owner of ownersSeen(asker)) {
    let cursor: string | undefined
    do {
      const ask = { owner, where, limit: aPage, ...(cursor === undefined ? {} : { cursor }) }
      // oxlint-disable-next-line no-await-in-loop -- page after page: where one ends the next begins
      const page = await listedCards(ports, asker, ask)
      cards.push(...page.items)
      if (cards.length > mostRows) throw clientRefusal('field_value.client_file', { most: mostRows })
      cursor = page.cursor
    } while (cursor !== undefined)
  }
  const named = cards.map((card) => [listedName(card.client.name), card] as const)
  return named.toSorted(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)).map(([, card]) => card)
}

type Taken = {
  readonly asked: Asked
  readonly format: ExportEntry['format']
  readonly cards: readonly WholeClient[]
  readonly columns: readonly ClientColumn[]
}

async function keepTaken(ports: Needs, asker: Asker, { asked, format, cards, columns }: Taken): Promise<void> {
  const rows = othersIn(cards, asker)
  if (rows > 0) {
    await refuseSpent(ports, asker, { rows })
    await countRead(ports, asker, { rows })
  }
  await ports.reports.noteExport({
    id: ports.ids.next('exp'),
    at: ports.clock.now(),
    by: asker.caller.actor.id,
    what: 'clients',
    format,
    filters: {
      ...(asked.where === undefined ? {} : { where: withoutNames(asked.where, columns) }),
      ...(asked.columns === undefined ? {} : { columns: asked.columns }),
    },
    rows: cards.length,
  })
}

/** What a file was narrowed to, for the record: choices as they are, words that may be somebody’s name hidden. */
function withoutNames(where: string, columns: readonly ClientColumn[]): string {
  return clientParts(where)
    .map(({ column, op, value }) => {
      const isChoice = columns.some(({ id, options }) => id === column && options !== undefined)
      return `${column}${op}${isChoice ? value : '…'}`
    })
    .join(';')
}
