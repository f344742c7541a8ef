import { clientRefusal } from '#clients/words/client-refusal'
import { inOrderSaid, standing } from '#domain/rules/consents'
import { consentWords, hashOfWords } from '#usecases/rules/consent-words'
import { own } from '#domain/kernel/own'
import type { ErasedOfClient, KeptOfClient, MovedToClient, Moving } from '#ports/personal'
import type { Ports } from '#ports/ports'
import type { ConsentKind } from '#schemas/clients/client-rules'
import type { ClientConsents, GiveConsent, RevokeConsent } from '#schemas/clients/consents'
import type { KeptConsent } from '#schemas/clients/kept-consent'

import { editableClient, readableClient, refuseErased, type Asker } from './readable-client'

type Needs = Pick<Ports, 'clients' | 'consents' | 'deals' | 'files' | 'rules' | 'clock' | 'ids'>

/** What a client has agreed to and revoked, with what the rules ask for and nothing was said of yet. */
export async function readConsents(
  ports: Pick<Ports, 'clients' | 'consents' | 'deals' | 'rules'>,
  asker: Asker,
  id: string,
): Promise<ClientConsents> {
  const { client } = await readableClient(ports, asker, id)
  return shownConsents(ports, client.id)
}

/** Writes down that a client has agreed, with what they saw, for whoever may change the card. */
export async function giveConsent(
  ports: Needs,
  asker: Asker,
  { id, ...input }: GiveConsent & { readonly id: string },
): Promise<ClientConsents> {
  const { client } = refuseErased(await editableClient(ports, asker, id))
  const kind = await kindOf(ports, input.consent)
  const now = ports.clock.now()
  const { at = now, page, ip, version = kind.version } = input
  if (at > now) throw clientRefusal('consent_unfit.later', { at })
  const ofRules =
    version === kind.version ? hashOfWords(await consentWords(ports, await ports.rules.current(), kind)) : undefined
  const textSha256 = input.textSha256 ?? ofRules
  if (textSha256 === undefined) throw clientRefusal('consent_unfit.text', { version, now: kind.version })
  if (ofRules !== undefined && ofRules !== textSha256) throw clientRefusal('consent_unfit.other', { version })
  await ports.consents.keep(client.id, {
    ...saidOf(ports, asker, { kind, of: [client.id, ...(client.from ?? [])], at }),
    state: 'agreed',
    version,
    textSha256,
    ...(page === undefined ? {} : { page }),
    ...(ip === undefined ? {} : { ip }),
  })
  return shownConsents(ports, client.id)
}

/** Writes down that a client has revoked a consent; whoever never gave it may refuse it too. */
export async function revokeConsent(
  ports: Needs,
  asker: Asker,
  { id, consent, reason }: RevokeConsent & { readonly id: string; readonly consent: string },
): Promise<ClientConsents> {
  const { client } = await editableClient(ports, asker, id)
  const said = (await ports.consents.of(client.id)).filter((one) => one.consent === consent)
  // What the rules do not ask for any more can still be revoked.
  const kind = (await ports.rules.current()).model.consents?.[consent] ?? inOrderSaid(said).at(-1)
  if (kind === undefined) throw await unknown(ports, consent)
  if (standing(said) !== 'revoked') {
    await ports.consents.keep(client.id, {
      ...saidOf(ports, asker, {
        kind: { ...kind, id: consent },
        of: [client.id, ...(client.from ?? [])],
        at: ports.clock.now(),
      }),
      state: 'revoked',
      ...(reason === undefined ? {} : { reason }),
    })
  }
  return shownConsents(ports, client.id)
}

/** Writes down that a client wants to hear nothing more: whatever the rules ask for to write to them by is revoked. */
export async function revokeEverything(
  ports: Pick<Ports, 'consents' | 'rules' | 'clock' | 'ids'>,
  { id, from = [] }: { readonly id: string; readonly from?: readonly string[] },
  { by, reason }: { readonly by: string; readonly reason: string },
): Promise<void> {
  const [all, { model }] = await Promise.all([ports.consents.of(id), ports.rules.current()])
  for (const kind of Object.values(model.consents ?? {})) {
    const said = all.filter(({ consent }) => consent === kind.id)
    if (kind.for.length === 0 || standing(said) === 'revoked') continue
    const one = { id: ports.ids.next('ref'), consent: kind.id, name: kind.name, for: kind.for, of: [id, ...from] }
    // oxlint-disable-next-line no-await-in-loop -- the rules ask for a handful
    await ports.consents.keep(id, { ...one, at: ports.clock.now(), by, state: 'revoked', reason })
  }
}

type Saying = {
  readonly kind: Pick<ConsentKind, 'id' | 'name' | 'for'>
  readonly of: readonly string[]
  readonly at: string
}

function saidOf({ ids }: Needs, { caller: { actor, employee } }: Asker, { kind, of, at }: Saying) {
  return { id: ids.next('ref'), consent: kind.id, name: kind.name, for: kind.for, of, at, by: employee ?? actor.id }
}

async function kindOf(ports: Pick<Ports, 'rules'>, id: string): Promise<ConsentKind> {
  const kind = own((await ports.rules.current()).model.consents ?? {}, id)
  if (kind === undefined) throw await unknown(ports, id)
  return kind
}

async function unknown({ rules }: Pick<Ports, 'rules'>, id: string): Promise<Error> {
  const known = Object.keys((await rules.current()).model.consents ?? {})
  return clientRefusal(known.length === 0 ? 'consent_unknown.none' : 'consent_unknown', { id, known })
}

async function shownConsents(
  { consents, rules }: Pick<Ports, 'consents' | 'rules'>,
  client: string,
): Promise<ClientConsents> {
  const [all, { model }] = await Promise.all([consents.of(client), rules.current()])
  const kinds = model.consents ?? {}
  const ids = [...new Set([...Object.keys(kinds), ...all.map(({ consent }) => consent)])]
  return {
    client,
    items: ids.map((id) => {
      const said = inOrderSaid(all.filter(({ consent }) => consent === id)).toReversed()
      const kind = own(kinds, id)
      const agreed = said.find(({ state }) => state === 'agreed')
      const state = standing(said)
      return {
        consent: id,
        name: kind?.name ?? said[0]?.name ?? id,
        state,
        required: kind?.required ?? false,
        for: [...(kind?.for ?? said[0]?.for ?? [])],
        current: state === 'agreed' && agreed?.version === kind?.version,
        said: said.map(({ consent: _consent, name: _name, of: _of, for: _for, ...one }) => one),
      }
    }),
  }
}

const place = 'consent'
type Kept = Pick<Ports, 'consents'>

/** Everything a client said of consents. */
export async function exportConsents({ consents }: Kept, client: string): Promise<readonly KeptOfClient[]> {
  return (await consents.of(client)).map((said) => ({ place, id: said.id, says: said }))
}

/** Takes away what a client said of consents. */
export async function eraseConsents({ consents }: Kept, client: string): Promise<readonly ErasedOfClient[]> {
  const all = await consents.of(client)
  await Promise.all(all.map((said) => consents.drop(client, said)))
  return all.map(({ id }) => ({ place, id }))
}

/** Makes what was said on one card another’s. */
export async function moveConsents(
  { consents }: Kept,
  { from, to }: Moving,
  keep: (moved: MovedToClient) => Promise<void>,
): Promise<void> {
  for (const said of await consents.of(from)) {
    // oxlint-disable-next-line no-await-in-loop -- a client says little of consents
    await keep({ place, id: said.id, says: said })
    // oxlint-disable-next-line no-await-in-loop -- the same
    await consents.keep(to, said)
    // oxlint-disable-next-line no-await-in-loop -- the same
    await consents.drop(from, said)
  }
}

/** Gives back what was moved. */
export async function moveConsentsBack(
  { consents }: Kept,
  { from, to }: Moving,
  moved: readonly MovedToClient[],
): Promise<void> {
  const there = new Set((await consents.of(to)).map(({ id }) => id))
  for (const one of moved.filter((part) => part.place === place && there.has(part.id))) {
    const said = one.says as KeptConsent
    // oxlint-disable-next-line no-await-in-loop -- a client says little of consents
    await consents.keep(from, said)
    // oxlint-disable-next-line no-await-in-loop -- the same
    await consents.drop(to, said)
  }
}
