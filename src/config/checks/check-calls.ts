import { report } from '#config/context'
import type { Context } from '#config/context'
import { say } from '#config/messages/say'
import { entryOf, mapOf } from '#config/yaml/tree'
import type { MapNode } from '#config/yaml/tree'
import type { Duration, Model } from '#schemas/model'
import { isLonger, lengthOf } from './length-of'
import type { Whole } from './whole'

/** From the end of a missed call to the task that somebody sees: half a minute of silence, and the look that comes each minute. */
export const judgedWithinMinutes = 2

/** Warns of what is owed to callers and writers that can be read and cannot be kept, or is not what was meant. */
export function checkCalls(context: Context, { root, model }: Whole): void {
  checkCallBack(context, model)
  checkNotice(context, mapOf(mapOf(root, 'calls'), 'recordings'), model)
  checkAnswers(context, mapOf(root, 'messages'), model)
}

function checkCallBack(context: Context, { calls, calendar }: Model): void {
  const missed = calls?.missed
  const site = missed === undefined ? undefined : context.sites.get(missed)
  const at = site === undefined ? undefined : entryOf(site, 'call_back')?.value
  if (missed === undefined || at === undefined || missed.callBack.text === '') return
  const { kind, text } = missed.callBack
  if (kind === 'calendar') {
    const help = say('write', { text: text.replace('calendar', 'working') })
    report(
      context,
      at,
      { code: 'call-back-without-hours', message: say('call-back-at-night', { text }), help },
      'warning',
    )
    return
  }
  const minutes = lengthOf(missed.callBack, calendar)
  if (minutes === undefined || minutes >= judgedWithinMinutes) return
  const help = say('write', { text: `${judgedWithinMinutes} ${kind} minutes` })
  const message = say('call-back-too-soon', { text })
  report(context, at, { code: 'call-back-shorter-than-wait', message, help })
}

/** Whoever is recorded has to know it beforehand; the file is where that is written down for everybody. */
function checkNotice(context: Context, site: MapNode | undefined, { calls }: Model): void {
  if (site === undefined || calls?.recordings === undefined || calls.recordings.notice !== undefined) return
  const at = { start: site.start, end: site.start + 1 }
  const message = say('recorded-untold')
  const help = say('add', { text: 'notice: …' })
  report(context, at, { code: 'recordings-without-notice', message, help }, 'warning')
}

/** Whoever is a client already should not wait longer than every stranger. */
function checkAnswers(context: Context, messages: MapNode | undefined, model: Model): void {
  const { calendar, intake, newDeals } = model
  const replies = newDeals.flatMap(({ firstReply }) => firstReply ?? [])
  const [first] = replies
  if (first === undefined) return
  const longest = replies.reduce((one, other) => (isLonger(other, one, calendar) ? other : one), first)
  const asked: readonly (readonly [MapNode | undefined, Duration | undefined])[] = [
    [messages, model.messages?.answer],
    ...(intake?.lines ?? []).map((line) => [context.sites.get(line), line.answer] as const),
  ]
  for (const [site, answer] of asked) {
    const at = entryOf(site, 'answer')?.value
    if (at === undefined || answer === undefined || !isLonger(answer, longest, calendar)) continue
    const message = say('answer-later', { answer: answer.text, reply: longest.text })
    const help = say('write', { text: longest.text })
    report(context, at, { code: 'answer-later-than-first-reply', message, help }, 'warning')
  }
}
