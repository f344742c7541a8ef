import { heading, list, paragraph, plain, punctuated } from './blocks'
import type { Block, Draft } from './blocks'
import { ladderName } from './ladder-name'
import { ladderStep } from './ladder-lines'
import { ruleActions, ruleHead } from './rule-lines'
import { anchors, slugs } from './playbook-scene'
import type { Scene } from './playbook-scene'

/** The page of everything that happens by itself: the automation, and the ladders of who is told when. */
export function automationPage(scene: Scene): Draft {
  const words = scene.words.frame.automation
  const { automation, escalations } = scene.model
  return {
    slug: slugs.automation,
    title: words.title,
    blocks: [
      heading(1, words.title),
      heading(2, words.rules),
      ...(automation.length === 0 ? [paragraph(words.noRules)] : []),
      ...automation.flatMap((rule): readonly Block[] => [
        heading(3, plain(ruleHead(scene, rule)), anchors.rule(rule.id)),
        ...list(punctuated(ruleActions(scene, rule))),
      ]),
      heading(2, words.ladders),
      paragraph(words.laddersIntro),
      ...Object.keys(escalations).flatMap((id) => ladderBlocks(scene, id)),
    ],
  }
}

function ladderBlocks(scene: Scene, id: string): readonly Block[] {
  const words = scene.words.frame.automation
  const steps = scene.model.escalations[id] ?? []
  return [
    heading(3, ladderName(scene, id), anchors.ladder(id)),
    ...(steps.length === 0 ? [paragraph(words.empty)] : []),
    ...list(
      steps.map((step) => ladderStep(scene, id, step)),
      true,
    ),
    ...(id === 'late_task' || id === 'stuck_deal' ? [paragraph(words.usedByRest)] : []),
  ]
}
