import { planAsMarkdown, planAsText } from '#release/domain/plan-text'
import { Refusal } from '#domain/kernel/refusal'
import type { ReleasePlan } from '#schemas/release'
import { commandEnvironment, exitCodes, langOf, rulesPathOf, rulesTextOf } from '#cli/environment'
import { formatOf } from '#cli/format-of'
import { sentenceIn } from '#domain/kernel/saying'
import { keepBeside } from './files-beside'
import { withRules, type Where } from './rules-door'
import { saidIn, say } from '#cli/say'
import { showProgress } from '#cli/show-progress'

/** What can be said to `norma plan`. */
export type PlanOptions = Where & {
  readonly format?: string
  readonly now?: string | readonly string[]
  readonly exitCode?: boolean
  readonly lang?: string
}

const planFormats = ['pretty', 'json', 'markdown'] as const
type PlanFormat = (typeof planFormats)[number]

/**
 * `norma plan`: what publishing the file would do to the deals that are open. Exit code 0 publishable (2 with --exit-code
 * when there are changes), 3 blocked, 1 when the file has faults.
 */
export async function planCommand(file: string | undefined, options: PlanOptions): Promise<void> {
  const format = formatOf(options.format ?? 'pretty', planFormats)
  const lang = langOf(options.lang)
  const text = rulesTextOf(file)
  const progress = showProgress()
  const plan = await withRules(options, progress, (door) =>
    orFaulty(file, async () => {
      const files = await keepBeside(rulesPathOf(file), text, door.keep)
      return door.plan({ text, now: keysOf(options.now), ...(files === undefined ? {} : { files }) })
    }),
  )
  if (plan === undefined) return
  process.stdout.write(planShown(plan, format, { file: file ?? 'pipelines.yaml', lang }))
  process.exitCode = exitOf(plan, options.exitCode === true)
}

/** A plan in the format that was asked for. */
export function planShown(
  plan: ReleasePlan,
  format: PlanFormat,
  { file, lang }: { readonly file: string; readonly lang: 'en' | 'ru' },
): string {
  if (format === 'json') return `${JSON.stringify(plan, undefined, 2)}\n`
  if (format === 'markdown') return planAsMarkdown(plan, { file, lang })
  return planAsText(plan, { file, lang, colour: commandEnvironment.hasColour })
}

/** The keys of `--now`, written one by one or with commas. */
export function keysOf(now: string | readonly string[] | undefined): readonly string[] {
  const all = now === undefined ? [] : [now].flat()
  return all.flatMap((one) => one.split(',')).filter((key) => key !== '')
}

/** Runs something with a text; one that has faults is told so, with where to see them. */
export async function orFaulty<T>(file: string | undefined, run: () => Promise<T>): Promise<T | undefined> {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'rules_faulty') throw error
    const { lang } = commandEnvironment
    const all = await saidIn(lang, say('see_faults', { file: file ?? 'pipelines.yaml' }))
    process.stderr.write(`norma: ${await sentenceIn(lang, error)}\n${all}\n`)
    process.exitCode = exitCodes.faults
    return undefined
  }
}

function exitOf(plan: ReleasePlan, isAsked: boolean): number {
  if (!plan.publishable) return exitCodes.blocked
  return isAsked && plan.changed ? exitCodes.changes : exitCodes.done
}
