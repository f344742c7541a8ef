import type { Message } from '#channels/domain/messages'
import { channelsRefusal } from '#channels/words/channels-refusal'
import type { PickTalkDeal, TalkState } from '#schemas/channels/talk'
import type { Deal } from '#schemas/deal'
import type { Task } from '#schemas/task'
import { everyPage } from '#usecases/every-page'
import { again, whileOthersWrite } from '#usecases/while-others-write'
import type { ChannelNeeds } from '#channels/usecases/channel-needs'
import { dealsOfTalk } from '#channels/usecases/deals-of-talk'
import { noteDeal, type SaidMessage } from './note-deal'
import { openOwed, openTalk, type TalkAsker } from '#channels/usecases/open-talk'
import { talkState } from '#channels/usecases/take-talk'

/**
 * Says which of a client’s open deals a talk is about. What waits for an answer belongs to it, and later messages of the
 * thread follow; the answer is owed by the owner of that deal, and its date does not move. Said again it changes nothing,
 * and said of another deal it corrects the first.
 */
export async function pickDeal(
  ports: ChannelNeeds,
  asker: TalkAsker,
  id: string,
  { dealId }: PickTalkDeal,
): Promise<TalkState> {
  const { talk, tasks } = await openTalk(ports, asker, id)
  const deals = await dealsOfTalk(ports, id)
  const deal = deals.find((one) => one.id === dealId)
  if (deal === undefined)
    throw channelsRefusal('field_value.deal_of_another', { id: dealId, known: deals.map((one) => one.id) })
  const before = talk.picked?.deal
  for (const message of await waitingIn(ports, id, { tasks, before }))
    await noteDeal(ports, id, { message, deal: dealId })
  await notePick(ports, id, { deal: dealId, by: asker.caller.actor.id })
  return talkState(talk, await oweOn(ports, id, deal))
}

type Waits = { readonly tasks: readonly Task[]; readonly before: string | undefined }

/** What the client has written since they wait and belongs nowhere yet; where all of it does, what was put there last. */
async function waitingIn(
  { talks }: Pick<ChannelNeeds, 'talks'>,
  id: string,
  { tasks, before }: Waits,
): Promise<readonly Message[]> {
  const [from] = openOwed(tasks)
    .flatMap(({ dueWhy, owes }) => (owes?.kind === 'answer' ? (dueWhy.anchorValue ?? []) : []))
    .toSorted()
  if (from === undefined) return []
  const lines = await everyPage(200, (page) => talks.lines(id, { from, ...page }))
  const written = lines
    .flatMap(({ kind, says }) => (kind === 'message' ? [says as SaidMessage] : []))
    .filter(({ direction }) => direction === 'in')
  const unsaid = written.filter(({ dealId }) => dealId === undefined)
  return unsaid.length > 0 ? unsaid : written.filter(({ dealId }) => dealId === before)
}

async function notePick(
  { talks, clock }: Pick<ChannelNeeds, 'talks' | 'clock'>,
  id: string,
  { deal, by }: { readonly deal: string; readonly by: string },
): Promise<void> {
  await whileOthersWrite(`The talk ${id} was written`, async () => {
    const was = await talks.findTalk(id)
    if (was === undefined || was.picked?.deal === deal) return undefined
    const picked = { deal, by, at: clock.now() }
    return (await talks.saveTalk({ ...was, picked, rev: was.rev + 1 })) ? undefined : again
  })
}

/** The answer is owed on the deal, by whoever has it. */
async function oweOn(
  { deals }: Pick<ChannelNeeds, 'deals'>,
  id: string,
  { id: dealId, owner }: Deal,
): Promise<readonly Task[]> {
  return whileOthersWrite(`What is owed in ${id} was written`, async () => {
    const tasks = await deals.tasksOfSubject({ kind: 'talk', id })
    const answers = openOwed(tasks).filter((task) => task.owes?.kind === 'answer' && task.dealId !== dealId)
    for (const { standsInFor: _standsInFor, ...task } of answers) {
      const next: Task = { ...task, dealId, responsible: owner, rev: task.rev + 1 }
      if (!(await deals.adjustTask(next, task.rev))) return again
    }
    return tasks
  })
}
