import { heading, list, paragraph } from './blocks'
import type { Block, Text } from './blocks'
import { person } from './playbook-scene'
import type { Scene } from './playbook-scene'
import { answeredIn, personalDataIn } from '#domain/rules/personal-data'
import { requestKinds } from '#schemas/clients/request-names'

/** How long clients are kept, and how soon it is answered what they ask about their data. */
export function personalBlocks(scene: Scene): readonly Block[] {
  const { model } = scene
  const words = scene.words.frame.answers
  const { lengthOf } = scene.words.grammar
  const rules = personalDataIn(model)
  if (rules === undefined) return []
  const { of, storedIn, keep, requests } = rules
  const { contract, lost, noConsent, unknown, kinds = [] } = keep ?? {}
  const whose = kinds.length > 1 ? 'both' : (kinds[0] ?? 'person')
  const kept: readonly Text[] = [
    ...(contract === undefined ? [] : [[words.keptFor.contract(lengthOf(contract))]]),
    ...(lost === undefined ? [] : [[words.keptFor.lost(lengthOf(lost))]]),
    ...(noConsent === undefined ? [] : [[words.keptFor.noConsent(lengthOf(noConsent))]]),
  ]
  return [
    heading(2, words.personal),
    paragraph(words.citizens(of.join(', '), storedIn)),
    ...(kept.length === 0 ? [] : [paragraph(words.keptOf[whose]), ...list(kept)]),
    ...(unknown === undefined ? [] : [paragraph(words.keptFor.unknown(lengthOf(unknown)))]),
    paragraph(words.whoAnswers(person(scene, requests?.by ?? 'owner_manager'))),
    ...list(requestKinds.map((kind) => [words.asked[kind](lengthOf(answeredIn(model, kind)))])),
  ]
}
