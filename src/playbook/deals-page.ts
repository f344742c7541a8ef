import { heading, line, list, paragraph } from './blocks'
import type { Block, Draft, Text } from './blocks'
import { conditionOf, direction, dueOf, people, person, slugs } from './playbook-scene'
import type { Scene } from './playbook-scene'
import type { NewDealLine } from '#schemas/model'

/** The page that says where deals come from, how they end early, and who is told when the plan slips. */
export function dealsPage(scene: Scene): Draft {
  const words = scene.words.frame.deals
  const { newDeals } = scene.model
  return {
    slug: slugs.deals,
    title: words.title,
    blocks: [
      heading(1, words.title),
      heading(2, words.come),
      paragraph(newDeals.length === 0 ? words.noRouting : words.comeIntro),
      ...list(
        newDeals.map((found) => routeLine(scene, found)),
        true,
      ),
      ...outcomeBlocks(scene, 'lost', words.lost, words.lostIntro),
      ...outcomeBlocks(scene, 'cancelled', words.cancelled, words.cancelledIntro),
      ...planBlocks(scene),
    ],
  }
}

/** Where a new deal goes by one line of the rules, and to whom. */
export function routeLine(scene: Scene, found: NewDealLine): Text {
  const { frame, grammar } = scene.words
  const words = frame.deals
  const to = direction(scene, found.pipeline)
  const where = found.when === undefined ? words.otherwise(to) : words.when(conditionOf(scene, found.when), to)
  const reply = found.firstReply === undefined ? '' : ` ${words.reply(grammar.lengthOf(found.firstReply))}`
  return line`${where} ${whoGets(scene, found)}${reply}`
}

function whoGets(scene: Scene, { giveTo, otherwise, pick }: NewDealLine): Text {
  const words = scene.words.frame.deals
  const how = pick === 'least_busy' ? words.leastBusy : words.inTurn
  const picked = (id: string): Text => (id === 'owner_manager' ? person(scene, id) : line`${person(scene, id)}, ${how}`)
  const who =
    giveTo === 'previous_owner' && otherwise !== undefined
      ? words.previous(picked(otherwise))
      : words.gets(picked(giveTo))
  return line`${who}.`
}

function outcomeBlocks(scene: Scene, outcome: 'lost' | 'cancelled', title: string, intro: string): readonly Block[] {
  const words = scene.words.frame.deals
  const { followUp, who, reasons } = scene.model.outcomes[outcome]
  const task =
    followUp === undefined
      ? []
      : [paragraph(words.followUp(followUp.do, person(scene, followUp.by), dueOf(scene, followUp, outcome)))]
  return [
    heading(2, title),
    paragraph(intro),
    ...list(Object.values(reasons).map((name) => [name])),
    paragraph(who === undefined ? words.anyone : words.who(person(scene, who))),
    ...task,
  ]
}

function planBlocks(scene: Scene): readonly Block[] {
  const { frame, grammar } = scene.words
  const { yearStarts, whenBehind } = scene.model.plan
  return [
    heading(2, frame.deals.plan),
    paragraph(frame.deals.year(grammar.month(yearStarts))),
    ...list(whenBehind.map((step) => frame.deals.behind(grammar.percent(step.below), people(scene, step.notify)))),
  ]
}
