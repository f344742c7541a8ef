import { bareClient, changeClient, createClient, type ChangedBy } from '#clients/domain/client'
import { plainNumber, plainRequisites, refuseWrong } from '#clients/domain/requisites'
import { keysIn, keyText, withWays } from '#clients/domain/ways'
import { clientRefusal } from '#clients/words/client-refusal'
import { applyFields } from '#domain/deals/fields'
import { peopleRefusal } from '#domain/people/words/people-refusal'
import type { WholeClient } from '#schemas/kept-client'
import type { Fields } from '#schemas/deal'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { AddClientWay, ClientCard, CreateClient, UpdateClient } from '#schemas/client'
import type { Command } from '#usecases/command'
import { homeOf } from '#usecases/home-of'
import { refuseUnable } from '#usecases/people/refuse-unable'

import { clientCard } from './read-clients'
import { editableClient, isErasedCard, reachesClient, type Asker } from './readable-client'

type Needs = Pick<Ports, 'clients' | 'deals' | 'clock' | 'ids' | 'rules'>

/** Makes a card. Two cards with one number may be: whether they are one client is for a person to say. */
export async function makeClient(
  ports: Needs,
  command: Command,
  people: People,
  input: CreateClient,
): Promise<ClientCard> {
  const asker = { caller: command.caller, people }
  const owner = input.owner === undefined ? command.caller.employee : input.owner
  await refuseOwner(asker, owner)
  const keys = keysOrRefuse(input, await homeOf(ports))
  const bare = bareClient(ports.ids.next('client'), input.kind, input.name.trim(), owner)
  const said = await fieldsAsked(ports, bare, input)
  const next = {
    client: { ...withNumbers(bare.client, input), fields: said.own },
    personal: {
      ...withWays(bare.personal, keys),
      ...(input.requisites === undefined ? {} : { requisites: plainRequisites(input.requisites) }),
      ...(Object.keys(said.personal).length === 0 ? {} : { fields: said.personal }),
    },
  }
  refuseWrong(next.client, next.personal.requisites)
  const change = createClient(next, changedBy(ports, command))
  await saveOrRefuse(ports, change)
  return clientCard(ports, asker, change.next)
}

/** Changes a card that the caller may change, over the version they have seen. */
export async function updateClient(
  ports: Needs,
  command: Command,
  people: People,
  asked: { readonly id: string; readonly input: UpdateClient },
): Promise<ClientCard> {
  return clientCard(ports, { caller: command.caller, people }, await updatedClient(ports, command, people, asked))
}

/** The same, for whoever does not look at the card then. */
export async function updatedClient(
  ports: Needs,
  command: Command,
  people: People,
  { id, input }: { readonly id: string; readonly input: UpdateClient },
): Promise<WholeClient> {
  return changedWhole(ports, command, { people, id }, async (was) => {
    const isGiven = input.owner !== undefined && input.owner !== was.client.owner
    if (isGiven) await refuseOwner({ caller: command.caller, people }, input.owner ?? null)
    const { requisites, fields: _fields, ...core } = input
    const said = await fieldsAsked(ports, was, input)
    const client = withNumbers({ ...was.client, ...(core.owner === undefined ? {} : { owner: core.owner }) }, core)
    const personal =
      requisites === undefined ? was.personal : { ...was.personal, requisites: plainRequisites(requisites) }
    refuseWrong(client, personal.requisites)
    const { fields: _, ...rest } = personal
    const own = { ...client, fields: said.own }
    return {
      client: own,
      personal: Object.keys(said.personal).length === 0 ? rest : { ...rest, fields: said.personal },
    }
  })
}

/** Adds a number or an address to a card. */
export async function addClientWay(
  ports: Needs,
  command: Command,
  people: People,
  { id, input }: { readonly id: string; readonly input: AddClientWay },
): Promise<ClientCard> {
  return changed(ports, command, { people, id }, async (was) => {
    const keys = keysOrRefuse({ [input.kind]: input.text }, await homeOf(ports))
    const held = new Set(was.personal.ways.map(keyText))
    if (keys.every((key) => held.has(keyText(key)))) throw clientRefusal('client_way.known', { name: was.client.name })
    return { ...was, personal: { ...was.personal, ...withWays(was.personal, keys, input.note) } }
  })
}

/** Takes a number or an address from a card; what it was is kept for 30 days. */
export async function removeClientWay(
  ports: Needs,
  command: Command,
  people: People,
  { id, way }: { readonly id: string; readonly way: string },
): Promise<ClientCard> {
  return changed(ports, command, { people, id }, (was) => {
    const ways = was.personal.ways.filter((one) => one.id !== way)
    if (ways.length === was.personal.ways.length)
      throw clientRefusal('client_way_unknown', { name: was.client.name, way })
    return { ...was, personal: { ...was.personal, ways } }
  })
}

async function changed(ports: Needs, command: Command, of: Of, make: Make): Promise<ClientCard> {
  return clientCard(ports, { caller: command.caller, people: of.people }, await changedWhole(ports, command, of, make))
}

type Of = { readonly people: People; readonly id: string }
type Make = (was: WholeClient) => WholeClient | Promise<WholeClient>

async function changedWhole(ports: Needs, command: Command, { people, id }: Of, make: Make): Promise<WholeClient> {
  const was = await editableClient(ports, { caller: command.caller, people }, id)
  expectVersion(was, command)
  const next = await make(was)
  if (isErasedCard(was) && !isErasedCard(next)) throw clientRefusal('erasure_state.done')
  const change = changeClient(was, next, changedBy(ports, command))
  if (change === undefined) return was
  await saveOrRefuse(ports, change)
  return change.next
}

/** The fields of a card after a change, by where they are kept. Refuses what the rules do not know, or do not take. */
async function fieldsAsked(
  { rules }: Pick<Ports, 'rules'>,
  { client, personal }: WholeClient,
  { fields: asked }: Pick<CreateClient, 'fields'>,
): Promise<{ readonly own: Fields; readonly personal: Fields }> {
  const was = { ...client.fields, ...personal.fields }
  if (asked === undefined) return { own: client.fields, personal: personal.fields ?? {} }
  const { model } = await rules.current()
  const known = model.clients?.kinds[client.kind] ?? {}
  const { fields } = applyFields(was, asked, { model: { ...model, fields: known } })
  const all = Object.entries(fields)
  const isPersonal = ([id]: readonly [string, unknown]): boolean => known[id]?.personal === true
  return {
    own: Object.fromEntries(all.filter((one) => !isPersonal(one))),
    personal: Object.fromEntries(all.filter(isPersonal)),
  }
}

async function saveOrRefuse({ clients }: Needs, change: Parameters<Ports['clients']['save']>[0]): Promise<void> {
  if (await clients.save(change)) return
  throw clientRefusal('version_conflict.client', { name: change.next.client.name })
}

function expectVersion({ client: { name, version } }: WholeClient, { ifMatch }: Command): void {
  if (ifMatch === undefined || [ifMatch].flat().includes(version)) return
  throw clientRefusal('precondition_failed.client', { name, now: version }, { version })
}

function changedBy({ clock }: Pick<Ports, 'clock'>, { caller, correlationId, causationId }: Command): ChangedBy {
  return { actor: caller.actor, at: clock.now(), correlationId, causationId }
}

async function refuseOwner(asker: Asker, owner: string | null): Promise<void> {
  const employee = owner === null ? undefined : asker.people.employees[owner]
  if (owner !== null && employee === undefined) throw peopleRefusal('employee_unknown.owner', { id: owner })
  if (employee?.active === false) throw peopleRefusal('employee_inactive.owner', { id: employee.id })
  if (!reachesClient(asker, 'clients_edit', owner)) throw clientRefusal('forbidden.client_for', { id: owner ?? '–' })
  const isPerson = !['import', 'system'].includes(asker.caller.actor.kind)
  if (owner !== null && isPerson) await refuseUnable('client', asker.people, owner)
}

function keysOrRefuse(
  { phone, email }: { readonly phone?: string; readonly email?: string },
  home: string | undefined,
) {
  const [phones, mails] = [
    keysIn(phone === undefined ? {} : { phone }, home),
    keysIn(email === undefined ? {} : { email }),
  ]
  if (phone !== undefined && phones.length === 0) throw clientRefusal('client_way.phone', { text: phone })
  if (email !== undefined && mails.length === 0) throw clientRefusal('client_way.email', { text: email })
  return [...phones, ...mails]
}

type Numbers = Pick<UpdateClient, 'name' | 'inn' | 'kpp'>

function withNumbers(client: WholeClient['client'], { name, inn, kpp }: Numbers): WholeClient['client'] {
  const { inn: wasInn, kpp: wasKpp, ...rest } = client
  const [nowInn, nowKpp] = [inn === undefined ? wasInn : inn, kpp === undefined ? wasKpp : kpp]
  return {
    ...rest,
    ...(name === undefined ? {} : { name: name.trim() }),
    ...(typeof nowInn === 'string' ? { inn: plainNumber(nowInn) } : {}),
    ...(typeof nowKpp === 'string' ? { kpp: plainNumber(nowKpp) } : {}),
  }
}
