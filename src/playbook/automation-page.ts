import { heading, joined, list, paragraph, punctuated } from './blocks'
import type { Block, Draft } from './blocks'
import { ladderStep, usersOf } from './ladder-lines'
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
        heading(3, [{ code: rule.id }], anchors.rule(rule.id)),
        paragraph(ruleHead(scene, rule)),
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
  const titles: Readonly<Record<string, string>> = { late_task: words.lateTask, stuck_deal: words.stuckDeal }
  const steps = scene.model.escalations[id] ?? []
  const users = usersOf(scene, id)
  return [
    heading(3, titles[id] ?? words.ladder(id), anchors.ladder(id)),
    ...(steps.length === 0 ? [paragraph(words.empty)] : []),
    ...list(
      steps.map((step) => ladderStep(scene, id, step)),
      true,
    ),
    ...(id in titles ? [paragraph(words.usedByRest)] : []),
    ...(users.length === 0 || id in titles ? [] : [paragraph(words.usedBy(joined(users, ', ')))]),
  ]
}
