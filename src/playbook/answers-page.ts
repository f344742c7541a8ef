import { capital, heading, line, list, paragraph, table } from './blocks'
import type { Block, Draft, Text } from './blocks'
import { clientBlocks, saysWhose } from './client-blocks'
import { personalBlocks } from './personal-blocks'
import { direction, fieldName, ladder, people, person, personName, slugs } from './playbook-scene'
import type { Scene } from './playbook-scene'
import type { IntakeLine, Model } from '#schemas/model'

/** Whether the rules say anything of how clients are answered. */
export function saysHowToAnswer(model: Model): boolean {
  const { channels, intake, calls, messages, clients } = model
  const said = [channels, intake, calls, messages, clients?.personalData]
  return saysWhose(model) || said.some((section) => section !== undefined)
}

/** The page of how clients come, what becomes of them, and how soon they are called back and answered. */
export function answersPage(scene: Scene): Draft {
  const words = scene.words.frame.answers
  return {
    slug: slugs.answers,
    title: words.title,
    blocks: [
      heading(1, words.title),
      paragraph(words.intro),
      ...channelBlocks(scene),
      ...intakeBlocks(scene),
      ...callBlocks(scene),
      ...recordingBlocks(scene),
      ...messageBlocks(scene),
      ...clientBlocks(scene),
      ...personalBlocks(scene),
    ],
  }
}

function channelBlocks(scene: Scene): readonly Block[] {
  const words = scene.words.frame.answers
  const channels = Object.values(scene.model.channels ?? {})
  if (channels.length === 0) return []
  const rows = channels.map(({ name, kind, pipeline }): readonly Text[] => [
    [name],
    [words.kinds[kind]],
    pipeline === undefined ? [words.usual] : words.to(direction(scene, pipeline)),
  ])
  return [heading(2, words.channels), ...table({ caption: words.channelsCaption, heads: words.channelHeads, rows })]
}

function intakeBlocks(scene: Scene): readonly Block[] {
  const { frame, grammar } = scene.words
  const words = frame.answers
  const { intake } = scene.model
  if (intake === undefined) return []
  const { sameClientWithin } = intake
  return [
    heading(2, words.intake),
    paragraph(words.intakeIntro),
    ...list(
      intake.lines.map((found) => intakeLine(scene, found)),
      true,
    ),
    ...(sameClientWithin === undefined ? [] : [paragraph(words.same(grammar.lengthOf(sameClientWithin)))]),
  ]
}

function intakeLine(scene: Scene, { when, becomes, by, answer }: IntakeLine): Text {
  const { frame, grammar } = scene.words
  const words = frame.answers
  const channels = scene.model.channels ?? {}
  const { knownClient, hasOpenDeals } = when ?? {}
  const asked = [
    ...(when?.channels === undefined ? [] : [words.by(when.channels.map((id) => channels[id]?.name ?? id).join(', '))]),
    ...(when?.forms === undefined ? [] : [words.form(when.forms)]),
    ...(knownClient === undefined ? [] : [words.known[knownClient ? 'yes' : 'no']]),
    ...(hasOpenDeals === undefined ? [] : [words.open[hasOpenDeals ? 'yes' : 'no']]),
  ].join(', ')
  const said = words.answers(
    by === undefined ? undefined : person(scene, by),
    answer === undefined ? undefined : grammar.lengthOf(answer),
  )
  const whose = capital([asked === '' ? words.every : asked])
  return words.line(typeof whose[0] === 'string' ? whose[0] : asked, line`${words.becomes[becomes]}${said}`)
}

function callBlocks(scene: Scene): readonly Block[] {
  const { frame, grammar } = scene.words
  const words = frame.answers
  const { calls } = scene.model
  const missed = calls?.missed
  if (calls === undefined) return []
  const owed: readonly Text[] =
    missed === undefined
      ? []
      : [
          words.callBack(grammar.lengthOf(missed.callBack), missed.do),
          words.whoCalls(
            person(scene, missed.by),
            missed.otherwise === undefined ? undefined : person(scene, missed.otherwise),
          ),
          [words.once],
          ...(calls.talkSeconds === undefined ? [] : [[words.counts(calls.talkSeconds)]]),
          ...(missed.tries === undefined
            ? []
            : [[words.tries(missed.tries.count, grammar.lengthOf(missed.tries.within))]]),
          words.ladder(ladder(scene, missed.whenLate)),
        ]
  const { hiddenNumber, notClients } = calls
  const beside: readonly Text[] = [
    ...(hiddenNumber === undefined ? [] : [words.hidden(people(scene, hiddenNumber.notify), hiddenNumber.at)]),
    ...(notClients.length === 0 ? [] : [[words.notClients(notClients.join(', '))]]),
  ]
  return owed.length + beside.length === 0 ? [] : [heading(2, words.calls), ...list([...owed, ...beside])]
}

function recordingBlocks(scene: Scene): readonly Block[] {
  const { frame, grammar } = scene.words
  const words = frame.answers
  const recordings = scene.model.calls?.recordings
  if (recordings === undefined) return []
  const { keep, mayHear, notice } = recordings
  return list([
    ...(notice === undefined ? [] : [[words.notice(notice)]]),
    ...(keep === undefined ? [] : [[words.kept(grammar.lengthOf(keep))]]),
    ...(mayHear === undefined ? [] : [words.hear(people(scene, mayHear))]),
  ])
}

function messageBlocks(scene: Scene): readonly Block[] {
  const { frame, grammar } = scene.words
  const words = frame.answers
  const { messages } = scene.model
  if (messages === undefined) return []
  const templates = Object.values(messages.templates ?? {})
  return [
    heading(2, words.messages),
    ...list([
      ...(messages.answer === undefined ? [] : [[words.answer(grammar.lengthOf(messages.answer), messages.do)]]),
      [words.owesNothing],
      ...(messages.whenLate === undefined ? [] : [words.ladder(ladder(scene, messages.whenLate))]),
    ]),
    ...(templates.length === 0 ? [] : [heading(2, words.templates)]),
    ...list(templates.map(({ name, text }) => words.template(name, withNames(scene, text)))),
  ]
}

/** A template as people read it: what is filled in goes by its name, `{client.name}` as [Name of the client]. */
function withNames(scene: Scene, text: string): string {
  return text.replaceAll(/\{\s*([a-z0-9_.]+)\s*\}/g, (_, word: string) => {
    if (word === 'title') return `[${scene.words.frame.answers.dealTitle}]`
    return `[${word === 'owner' ? personName(scene, word) : fieldName(scene, word)}]`
  })
}
