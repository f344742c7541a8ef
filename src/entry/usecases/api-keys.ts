import { employeeCaller, type Caller } from '#domain/kernel/access'
import { peopleRefusal } from '#domain/people/words/people-refusal'
import { beyond, endOf, neverOfKey, overlapMs, shownKey } from '#entry/domain/api-key'
import { entryRefusal } from '#entry/words/entry-refusal'
import type { ApiKeyStore } from '#ports/api-keys'
import type { KeptApiKey } from '#schemas/entry/kept-api-key'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { ApiKey, ApiKeyList, ApiKeyWithSecret, NewApiKey, RotateApiKey, SaveApiKey } from '#schemas/entry/api-key'
import type { Rights } from '#schemas/people'

import { keyText, newKeyParts } from './key-text'
import { secretHash } from './secrets'

type Needs = Pick<Ports, 'apiKeys' | 'clock'>
type Asker = { readonly caller: Caller; readonly people: People }

/** Each request of a program reads its key alone, but the page shows all of them: there is an end to their number. */
const mostKeys = 200

/** The keys somebody answers for, of everybody for whoever may change people; the newest first. */
export async function readApiKeys({ apiKeys, clock }: Needs, { caller }: Asker): Promise<ApiKeyList> {
  const own = (await apiKeys.all()).filter((key) => isFor(caller, key))
  const items = own.toSorted((one, other) => (one.createdAt < other.createdAt ? 1 : -1))
  return { items: items.map((key) => shownKey(key, clock.now())) }
}

/** A key somebody answers for. */
export async function readApiKey({ apiKeys, clock }: Needs, asker: Asker, id: string): Promise<ApiKey> {
  return shownKey(await ownKey(apiKeys, asker, id), clock.now())
}

/** Makes a key that does no more than its maker may do now. Its secret is told this once, and kept only as a hash. */
export async function createApiKey(
  { apiKeys, clock }: Needs,
  asker: Asker,
  { name, scopes, days, isOfCompany = false }: NewApiKey,
): Promise<ApiKeyWithSecret> {
  const { caller } = asker
  if (caller.employee === null || caller.actor.kind !== 'employee') throw entryRefusal('forbidden.keys')
  if (isOfCompany && caller.reach.people_edit !== 'all') throw entryRefusal('forbidden.company_key')
  refuseScopes(scopes, caller.reach)
  if ((await apiKeys.all()).length >= mostKeys) throw entryRefusal('too_many_keys', { most: mostKeys })
  const at = clock.now()
  const parts = newKeyParts()
  const key: KeptApiKey = {
    id: `key_${parts.id}`,
    name,
    responsible: caller.employee,
    scopes,
    isOfCompany,
    createdAt: at,
    createdBy: caller.employee,
    expiresAt: endOf(at, days),
    secrets: [{ hash: secretHash(parts.secret) }],
    rev: 1,
  }
  await save(apiKeys, key)
  return { key: shownKey(key, at), secret: keyText(parts) }
}

/** Changes what a key is called, what it may do, and who answers for it, over what was seen. */
export async function saveApiKey(
  { apiKeys, clock }: Needs,
  asker: Asker,
  { id, input, over }: { readonly id: string; readonly input: SaveApiKey; readonly over: ApiKey | undefined },
): Promise<ApiKey> {
  const kept = await ownKey(apiKeys, asker, id)
  if (over !== undefined && JSON.stringify(wanted(over)) !== JSON.stringify(wanted(kept))) {
    throw entryRefusal('precondition_failed.key', { name: kept.name })
  }
  const responsible = input.responsible ?? kept.responsible
  if (responsible !== kept.responsible) refuseTakeover(asker, kept, responsible)
  const employee = asker.people.employees[responsible]
  if (employee === undefined) throw peopleRefusal('employee_unknown', { id: responsible })
  refuseScopes(input.scopes, employeeCaller(employee, asker.people.departments).reach)
  const { leftAt: _leftAt, ...rest } = kept
  const stays = responsible === kept.responsible ? kept : rest
  const key = { ...stays, name: input.name, scopes: input.scopes, responsible, rev: kept.rev + 1 }
  if (over !== undefined && !(await apiKeys.save(key)))
    throw entryRefusal('precondition_failed.key', { name: key.name })
  if (over === undefined) await save(apiKeys, key)
  return shownKey(key, clock.now())
}

/** Gives a key a new secret, told this once, and time anew; for a day the old one is good beside it. */
export async function rotateApiKey(
  { apiKeys, clock }: Needs,
  asker: Asker,
  { id, days }: RotateApiKey & { readonly id: string },
): Promise<ApiKeyWithSecret> {
  const kept = await ownKey(apiKeys, asker, id)
  const at = clock.now()
  const parts = newKeyParts(id.slice('key_'.length))
  const until = new Date(Date.parse(at) + overlapMs).toISOString()
  const [newest] = kept.secrets
  // A key that had ended is good again by its new secret alone.
  const old = newest === undefined || kept.expiresAt <= at ? [] : [{ hash: newest.hash, until }]
  const secrets = [{ hash: secretHash(parts.secret) }, ...old]
  const { leftAt, ...rest } = kept
  // Whoever has left answers for nothing longer than they were given; somebody who is back does.
  const isBack = asker.people.employees[kept.responsible]?.active === true
  const time = isBack || leftAt === undefined ? { expiresAt: endOf(at, days) } : { leftAt }
  const key: KeptApiKey = { ...rest, ...time, secrets, rev: kept.rev + 1 }
  await save(apiKeys, key)
  return { key: shownKey(key, at), secret: keyText(parts) }
}

/** Takes a key away: whoever shows it is a stranger from now on. */
export async function removeApiKey({ apiKeys }: Pick<Needs, 'apiKeys'>, asker: Asker, id: string) {
  await ownKey(apiKeys, asker, id)
  await apiKeys.remove(id)
  return { removed: id }
}

async function ownKey(apiKeys: ApiKeyStore, { caller }: Asker, id: string): Promise<KeptApiKey> {
  const key = await apiKeys.find(id)
  if (key === undefined || !isFor(caller, key)) throw entryRefusal('key_unknown', { id })
  return key
}

function isFor({ employee, reach }: Caller, { responsible }: KeptApiKey): boolean {
  return employee === responsible || reach.people_edit === 'all'
}

function refuseTakeover({ caller, people }: Asker, { isOfCompany, name }: KeptApiKey, responsible: string): void {
  if (!isOfCompany || caller.reach.people_edit !== 'all') throw entryRefusal('forbidden.key_takeover', { name })
  const employee = Object.hasOwn(people.employees, responsible) ? people.employees[responsible] : undefined
  if (employee === undefined) throw peopleRefusal('employee_unknown', { id: responsible })
  if (!employee.active) throw peopleRefusal('employee_inactive', { name: employee.name })
}

function refuseScopes(scopes: Rights, reach: Caller['reach']): void {
  const never = neverOfKey(scopes)
  if (never !== undefined) throw entryRefusal('key_scope.never', { right: never })
  const far = beyond(scopes, reach)
  if (far !== undefined) throw entryRefusal('key_scope', { right: far, reach: reach[far] })
  if (Object.values(scopes).every((one) => one === 'none')) throw entryRefusal('key_scope.nothing')
}

function wanted({ name, scopes, responsible }: Pick<ApiKey, 'name' | 'scopes' | 'responsible'>) {
  return { name, scopes, responsible }
}

async function save(apiKeys: ApiKeyStore, key: KeptApiKey): Promise<void> {
  if (!(await apiKeys.save(key))) throw entryRefusal('version_conflict.key', { name: key.name })
}
