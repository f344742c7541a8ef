import { clientParts, type ClientPart } from '#clients/domain/client-conditions'
import type { ClientColumn } from '#clients/domain/client-columns'
import type { SavedView } from '#schemas/lists/deal-table'

/** What the address of the list of clients asks for. */
export type ClientsAsked = {
  readonly where: string
  /** Chosen columns; none where the usual ones are shown. */
  readonly columns: readonly string[]
  readonly cursor: string
  readonly view: SavedView | undefined
}

/** A name as it is sorted, and an id: nothing longer is a place of the list. */
const longestPlace = 200

/** Reads an address: what it says itself stands above its view. Addresses of before have `kind` and `owner` by themselves. */
export function askedClients(query: URLSearchParams, view: SavedView | undefined): ClientsAsked {
  const plain = ['kind', 'owner'].flatMap((name) => {
    const value = query.get(name) ?? ''
    return value === '' ? [] : [`${name}=${value}`]
  })
  const cursor = query.get('cursor') ?? ''
  return {
    where: [...plain, query.get('where') ?? view?.where ?? ''].filter((one) => one !== '').join(';'),
    columns: (query.get('columns')?.split(',') ?? view?.columns ?? []).filter((id) => id !== ''),
    cursor: cursor.length <= longestPlace ? cursor : '',
    view,
  }
}

/** The address of the list with something else in it; it begins with the first page again. */
export function clientsAddress(asked: ClientsAsked, other: Partial<ClientsAsked> = {}): string {
  const { where, columns, view, cursor } = { ...asked, cursor: '', ...other }
  const query = new URLSearchParams({
    ...(view === undefined ? {} : { view: view.id }),
    where,
    ...(columns.length === 0 ? {} : { columns: columns.join(',') }),
    ...(cursor === '' ? {} : { cursor }),
  })
  return `/app/clients?${query.toString()}`
}

/** What the form of filters says, whose fields are `f.<column>` and `c`; what it has no field for stays as it was asked. */
export function sentClients(
  query: URLSearchParams,
  columns: readonly ClientColumn[],
  asked: ClientsAsked,
): ClientsAsked {
  const parts = columns.flatMap(({ id, options }) => {
    const value = (query.get(`f.${id}`) ?? '').trim().replaceAll(';', ' ')
    return value === '' ? [] : [`${id}${options === undefined ? '~' : '='}${value}`]
  })
  const others = partsOf(asked.where).filter(
    ({ column }) => !query.has(`f.${column}`) && columns.some(({ id }) => id === column),
  )
  const stays = others.map(({ column, op, value }) => `${column}${op}${value}`)
  // The name is shown whatever else is: whoever unticks everything sees the names alone, not the usual columns again.
  return { ...asked, where: [...parts, ...stays].join(';'), columns: ['name', ...query.getAll('c')], cursor: '' }
}

/** The parts of a text; none where it cannot be read, which whoever reads the list is told. */
export function partsOf(where: string): readonly ClientPart[] {
  try {
    return clientParts(where)
  } catch {
    return []
  }
}
