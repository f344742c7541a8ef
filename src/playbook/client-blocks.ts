import { heading, list } from './blocks'
import type { Block, Text } from './blocks'
import { people } from './playbook-scene'
import type { Scene } from './playbook-scene'
import { linkKeys, lookers, type ClientRules, type ConsentKind } from '#schemas/clients/client-rules'

/** Whether the rules say whose clients are, who sees what of them, or what they are asked to agree to. */
export function saysWhose({ clients, consents }: Scene['model']): boolean {
  const { owner, see, duplicates } = clients ?? {}
  return [owner, see, duplicates, consents].some((said) => said !== undefined)
}

/** Whose a client is, who sees what of them, how leads are recognised, and what clients are asked to agree to. */
export function clientBlocks(scene: Scene): readonly Block[] {
  const words = scene.words.frame.answers.clients
  const { clients, consents = {} } = scene.model
  if (!saysWhose(scene.model)) return []
  const all = Object.values(consents)
  return [
    ...(clients === undefined ? [] : [heading(2, words.title), ...list(whoseLines(scene, clients))]),
    ...(all.length === 0 ? [] : [heading(2, words.consents), ...list(all.map((one) => consentLine(scene, one)))]),
  ]
}

function whoseLines(scene: Scene, { owner, see, duplicates }: ClientRules): readonly Text[] {
  const words = scene.words.frame.answers.clients
  const { contacts = {}, known = 'everybody' } = see ?? {}
  const seen = lookers.map((one) => words.seen[one][contacts[one] ?? (one === 'owner' ? 'always' : 'masked')])
  const { link = linkKeys, sharedNumber = 3 } = duplicates ?? {}
  const keys = scene.words.grammar.or(link.map((key): Text => [words.keys[key]]))
  return [
    [words.owner[owner ?? 'stays']],
    ...seen.map((one): Text => [one]),
    typeof known === 'string' ? [words.known[known]] : words.knownTo(people(scene, known)),
    link.length === 0 ? [words.notLinked] : words.linked(keys),
    [words.shared(sharedNumber)],
  ]
}

function consentLine(scene: Scene, kind: ConsentKind): Text {
  const { name, version, text, file, required, for: channels } = kind
  const words = scene.words.frame.answers.clients
  const by = channels.map((one) => words.channels[one]).join(', ')
  return [
    ...(file === undefined ? words.consent(name, version, text.trim()) : words.consentIn(name, version, file)),
    ...(required ? [' ', words.needed] : []),
    ...(by === '' ? [] : [' ', words.writtenBy(by)]),
  ]
}
