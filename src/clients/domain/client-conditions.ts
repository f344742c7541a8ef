import { clientRefusal } from '#clients/words/client-refusal'
import type { WholeClient } from '#schemas/kept-client'
import type { FieldValue } from '#schemas/model'
import type { ClientColumn } from './client-columns'

/** One part of what a list of clients is narrowed to, as it is written: `fields.segment=large,medium`, `name~aurora`. */
export type ClientPart = { readonly column: string; readonly op: '=' | '~'; readonly value: string }

/** The parts of a text, which semicolons part. Refuses what is no part, and names it. */
export function clientParts(where: string): readonly ClientPart[] {
  return where
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const found = /^([a-zA-Z_][\w.]*)\s*([=~])\s*(.*)$/s.exec(part)
      if (found === null) throw clientRefusal('field_value.client_part', { part })
      return { column: found[1] ?? '', op: found[2] === '~' ? '~' : '=', value: (found[3] ?? '').trim() }
    })
}

/** Whether a client is among those a text narrows a list to. Refuses columns and values that are none, and names those there are. */
export function isWantedClient(
  where: string,
  columns: readonly ClientColumn[],
  me: string | null,
): (client: WholeClient['client']) => boolean {
  const tests = clientParts(where).map((part) => {
    const column = columns.find(({ id }) => id === part.column && id !== 'contact')
    if (column === undefined) {
      const known = columns.map(({ id }) => id).filter((id) => id !== 'contact')
      throw clientRefusal('field_unknown.client_column', { id: part.column, known })
    }
    const isSo = testOf(part, column, me)
    return (client: WholeClient['client']) => isSo(column.valueOf(client))
  })
  return (client) => tests.every((isSo) => isSo(client))
}

/** Whether somebody’s clients can be among those a text narrows a list to: the lists of others need not be read. */
export function isWantedOwner(
  where: string,
  columns: readonly ClientColumn[],
  me: string | null,
): (owner: string | null) => boolean {
  const column = columns.find(({ id }) => id === 'owner')
  const parts = column === undefined ? [] : clientParts(where).filter((part) => part.column === column.id)
  const tests = column === undefined ? [] : parts.map((part) => testOf(part, column, me))
  return (owner) => tests.every((isSo) => isSo(owner ?? undefined))
}

function testOf({ op, value, column }: ClientPart, { options }: ClientColumn, me: string | null) {
  if (op === '~') return (said: FieldValue | undefined) => said !== undefined && plain(said).includes(plain(value))
  if (value === '') return (said: FieldValue | undefined) => said === undefined
  const wanted = value.split(',').map((one) => (column === 'owner' && one.trim() === 'me' ? (me ?? '') : one.trim()))
  const strange = options === undefined ? undefined : wanted.find((one) => !options.includes(one))
  if (strange !== undefined)
    throw clientRefusal('field_value.client_option', { column, value: strange, known: (options ?? []).slice(0, 20) })
  const all = new Set(wanted.map(plain))
  return (said: FieldValue | undefined) => said !== undefined && all.has(plain(said))
}

function plain(value: FieldValue): string {
  if (value === true || value === false) return value ? 'yes' : 'no'
  return String(value).toLocaleLowerCase('ru').replaceAll('ё', 'е')
}
