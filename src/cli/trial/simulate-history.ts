import type { Ports } from '#ports/ports'
import type { RulesVersion } from '#ports/rules'
import { callBackSides } from '#trial/replay/call-back-sides'
import { lifeLines } from '#trial/replay/deal-lines'
import { formatLives, formatLivesMarkdown, formatReplay, formatReplayMarkdown } from '#trial/replay/format-replay'
import { idsOfDeals, publishedVersions, recordOf, recordsOf } from '#trial/replay/recorded-deals'
import { replayAll, replayBoth, type ReplayAsk } from '#trial/replay/replay-all'
import { replayWords } from '#trial/replay/replay-words'
import { replayRules } from '#trial/replay/replay-world'
import { UsageError } from '#cli/environment'
import { say } from '#cli/say'
import { showProgress } from '#cli/show-progress'
import type { SimulateChosen } from './simulate-options'
import { withNorma } from '#cli/with-norma'

type Options = SimulateChosen

const dayMs = 86_400_000
const usualDays = 90

/** The recorded history of real deals through a file: of all that were alive in the last days, or of one. */
export async function simulateHistory(rules: RulesVersion, file: string, options: Options): Promise<void> {
  const days = daysOf(options.last)
  const shown = await withNorma(options.data, async ({ ports }) => {
    const until = ports.clock.now()
    const since = new Date(Date.parse(until) - days * dayMs).toISOString()
    const versions = await publishedVersions(ports)
    const had = await replayRules(versions)
    const ask: ReplayAsk = { had, next: await replayRules([rules]), people: await ports.people.load(), since, until }
    const { deal } = options
    return deal === undefined
      ? allDeals(ports, ask, { versions, file, options })
      : oneDeal(ports, ask, { deal, options })
  })
  process.stdout.write(shown)
}

function daysOf(last: string | undefined): number {
  if (last === undefined) return usualDays
  const found = /^(\d{1,4})\s*(d|days?|w|weeks?|m|months?)?$/.exec(last.trim())
  const unit = { d: 1, w: 7, m: 30 }[found?.[2]?.[0] ?? 'd'] ?? 1
  const days = Number(found?.[1] ?? 0) * unit
  if (days > 0) return days
  throw new UsageError(say('last', { written: last }))
}

async function allDeals(
  ports: Ports,
  ask: ReplayAsk,
  {
    versions,
    file,
    options,
  }: { readonly versions: readonly RulesVersion[]; readonly file: string; readonly options: Options },
): Promise<string> {
  const ids = await idsOfDeals(ports, versions, ask)
  const progress = showProgress()
  const report = await replayAll(ask, recordsOf(ports, ids), (deals) =>
    progress.show(replayWords[options.language].progress, deals, ids.length),
  )
  progress.end()
  const callBacks = await calledBack(ports, ask)
  const shown = { ...report, callBacks }
  const { language } = options
  const zone = versions.at(-1)?.model.calendar.timezone ?? 'UTC'
  switch (options.format) {
    case 'json':
      return `${JSON.stringify({ file, zone, ...shown }, undefined, 2)}\n`
    case 'markdown':
      return formatReplayMarkdown(shown, { file, zone, language })
    case 'pretty':
      return formatReplay(shown, { file, zone, language })
  }
}

/** What another time to call back would have done to the missed calls of the same days. */
async function calledBack({ callBacks }: Pick<Ports, 'callBacks'>, { had, next, people, since, until }: ReplayAsk) {
  const [before, after] = [had.versions.at(-1)?.model, next.versions.at(-1)?.model]
  if (before?.calls?.missed === undefined || after === undefined) return undefined
  return callBackSides(await callBacks.between(since, until), { before, after, people, until })
}

async function oneDeal(
  ports: Ports,
  ask: ReplayAsk,
  { deal, options }: { readonly deal: string; readonly options: Options },
): Promise<string> {
  const recorded = await recordOf(ports, deal)
  if (recorded === undefined) throw new UsageError(say('deal_missing_in', { deal, data: options.data }))
  const { before, after } = await replayBoth(ask, recorded)
  const zone = ask.had.versions.at(-1)?.model.calendar.timezone ?? 'UTC'
  const { language, format } = options
  // What programs read is the same in every language.
  const words = replayWords[format === 'json' ? 'en' : language]
  const lives = {
    before: before === undefined ? [] : lifeLines(before, zone, words),
    after: after === undefined ? [] : lifeLines(after, zone, words),
  }
  const title = words.title(recorded.title, recorded.id, zone)
  switch (format) {
    case 'json':
      return `${JSON.stringify({ deal: recorded.id, title: recorded.title, zone, ...lives }, undefined, 2)}\n`
    case 'markdown':
      return formatLivesMarkdown(lives, { title, zone, language })
    case 'pretty':
      return formatLives(lives, { title, zone, language, width: process.stdout.columns ?? 140 })
  }
}
