import { exchangeRefusal, exchangeSaying, exchangeWords } from '#exchange/words/exchange-refusal'
import { dateIn } from '#domain/time/zone'
import type { KeptBase } from '#schemas/exchange/kept-exchange'
import type { Ports } from '#ports/ports'
import type { CreateOneCBase, OneCBaseWithPassword } from '#schemas/exchange/exchange'
import type { Command } from '#usecases/command'
import { openBase, openOneC } from './one-c-rights'
import { shownBase } from './read-bases'
import { hexOf, secretHash } from './secrets'

type Needs = Pick<Ports, 'clock' | 'exchange' | 'outlet' | 'people' | 'rules'>

const mostBases = 20

/** Lets a base of 1C in: its login and password are made here, and the password is told this once. */
export async function createBase(
  ports: Needs,
  command: Command,
  { name, seller, from }: CreateOneCBase,
): Promise<OneCBaseWithPassword> {
  const { model } = await openOneC(ports, command.caller)
  const known = Object.keys(model.sellers ?? {})
  if (seller !== undefined && !known.includes(seller))
    throw exchangeRefusal('field_value.one_c_seller', { id: seller, known })
  const all = (await ports.exchange.bases()).filter(({ removedAt }) => removedAt === undefined)
  if (all.length >= mostBases) throw exchangeRefusal('field_value.one_c_many', { most: mostBases })
  const at = ports.clock.now()
  const password = hexOf(ports.outlet.randomBytes(16))
  const base: KeptBase = {
    id: `1c-${hexOf(ports.outlet.randomBytes(4))}`,
    name,
    ...(seller === undefined ? {} : { seller }),
    from: from ?? dateIn(model.calendar.timezone, at),
    passwordHash: secretHash(password),
    createdAt: at,
    createdBy: command.caller.actor.id,
    rev: 1,
  }
  await save(ports, base)
  return withPassword(ports, command, base, password)
}

/** Gives a base a new password, told this once. The old one is good no longer, and its sessions are over. */
export async function changePassword(ports: Needs, command: Command, id: string): Promise<OneCBaseWithPassword> {
  await openOneC(ports, command.caller)
  const was = await openBase(ports, id)
  const password = hexOf(ports.outlet.randomBytes(16))
  const base = { ...was, passwordHash: secretHash(password), rev: was.rev + 1 }
  await save(ports, base)
  return withPassword(ports, command, base, password)
}

/** Lets a base in no longer. What it has told stays. */
export async function removeBase(ports: Needs, { caller }: Command, id: string): Promise<{ removed: string }> {
  await openOneC(ports, caller)
  const was = await openBase(ports, id)
  await save(ports, { ...was, removedAt: ports.clock.now(), rev: was.rev + 1 })
  return { removed: id }
}

async function save({ exchange }: Needs, base: KeptBase): Promise<void> {
  if (!(await exchange.saveBase(base))) throw exchangeRefusal('version_conflict.one_c', { id: base.id })
}

async function withPassword(
  ports: Needs,
  { language = 'en' }: Command,
  base: KeptBase,
  password: string,
): Promise<OneCBaseWithPassword> {
  const said = exchangeSaying('instruction', { login: base.id, password })
  return { base: await shownBase(ports, base), password, instruction: await exchangeWords(said, language) }
}
