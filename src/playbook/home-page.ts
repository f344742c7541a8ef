import { capital, heading, joined, list, paragraph, table } from './blocks'
import type { Block, Draft, Text } from './blocks'
import { saysHowToAnswer } from './answers-page'
import { owedAsOwner, owedBy } from './role-page'
import { everybody, person, slugs, stageOf } from './playbook-scene'
import type { Scene } from './playbook-scene'

/** The first page: the directions, the roles, and where to read on. */
export function homePage(scene: Scene): Draft {
  const { frame } = scene.words
  const words = frame.home
  const [deals, automation, glossary] = [
    link(slugs.deals, frame.deals.title),
    link(slugs.automation, frame.automation.title),
    link(slugs.glossary, frame.glossary.title),
  ]
  const answers = saysHowToAnswer(scene.model) ? [link(slugs.answers, frame.answers.title)] : []
  return {
    slug: slugs.home,
    title: words.title,
    blocks: [
      heading(1, words.title),
      paragraph(introduction(scene)),
      paragraph(words.start(deals, automation, glossary)),
      heading(2, words.directions),
      ...directionTable(scene),
      heading(2, words.roles),
      ...roleTable(scene),
      heading(2, words.pages),
      ...list([deals, ...answers, automation, glossary]),
    ],
  }
}

function link(page: string, title: string): Text {
  return [{ link: title, to: { page } }]
}

function introduction({ model, words: { frame, grammar } }: Scene): string {
  const pipelines = Object.values(model.pipelines)
  const stages = pipelines.flatMap(({ stages: all }) => all)
  const tasks = stages.flatMap((stage) => stage.tasks.map((task) => task.origin.path))
  return frame.home.intro(
    grammar.count(pipelines.length, 'direction'),
    grammar.count(new Set(stages.map(({ id }) => id)).size, 'stage'),
    grammar.count(new Set(tasks).size, 'task'),
  )
}

function directionTable(scene: Scene): readonly Block[] {
  const words = scene.words.frame.home
  const rows = Object.values(scene.model.pipelines).map((pipeline): readonly Text[] => {
    const won = pipeline.stages.find(({ id }) => id === pipeline.wonAfter)
    return [
      [{ link: pipeline.name, to: { page: slugs.pipeline(pipeline.id) } }],
      joined(
        pipeline.stages.map(({ name }) => [name]),
        ' → ',
      ),
      won === undefined ? [pipeline.wonAfter] : stageOf(scene, pipeline, won),
    ]
  })
  return table({ caption: words.directionsCaption, heads: [words.direction, words.stages, words.wonAfter], rows })
}

function roleTable(scene: Scene): readonly Block[] {
  const { frame, grammar } = scene.words
  const rows = everybody(scene).map((id): readonly Text[] => [
    capital(person(scene, id)),
    [grammar.count(owedBy(scene, id).length + owedAsOwner(scene, id).length, 'task')],
  ])
  return table({ caption: frame.home.rolesCaption, heads: [frame.home.role, frame.home.owes], rows })
}
