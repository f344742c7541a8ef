import type { CAC } from 'cac'

type Option = readonly [name: string, says: string, more?: { readonly default: string }]
type Options = { readonly data: Option; readonly lang: Option }

const url = ['--url <address>', 'A Norma that runs elsewhere, instead of a data folder (or NORMA_URL)'] as const
const token = ['--token <token>', 'Who asks it (or NORMA_TOKEN)'] as const

/** Declares what may be done with the rules of a company that is at work: plan, publish, go back, see how it stands. */
export function releaseCommands(cli: CAC, options: Options): void {
  changing(cli, options)
  takingBack(cli, options)
  looking(cli, options)
}

function changing(cli: CAC, { data, lang }: Options): void {
  cli
    .command('plan [file]', 'Show what publishing a file would do to the deals that are open')
    .option('--format <format>', 'pretty, json or markdown (a comment for a pull request)')
    .option('--now <key>', 'Apply this key of the plan to deals in their stage too; several times if need be')
    .option('--exit-code', 'Exit with 2 when there are changes')
    .option(...data)
    .option(...url)
    .option(...token)
    .option(...lang)
    .example('norma plan pipelines.yaml --now contract.draft_contract.by')
    .example('Exit codes: 0 publishable, 1 faults, 2 changes (with --exit-code), 3 blocked')
    .action(async (file, options) => (await import('./plan-command')).planCommand(file, options))

  cli
    .command('publish [file]', 'Make a file the rules in force; deals follow')
    .option('--note <note>', 'What changes and why')
    .option('--now <key>', 'Apply this key of the plan to deals in their stage too; several times if need be')
    .option('--at <instant>', 'Publish it then, after another check and plan')
    .option('--plan <file>', 'A plan that plan --format json wrote: nothing is published when it is stale')
    .option('--expected <version>', 'Or the version in force that the file was planned on')
    .option(...data)
    .option(...url)
    .option(...token)
    .option(...lang)
    .example('norma publish pipelines.yaml --note "One offer stage"')
    .example('Exit codes: 0 done, 1 faults, 3 blocked, 4 somebody published in between')
    .action(async (file, options) => (await import('./publish-command')).publishCommand(file, options))
}

function takingBack(cli: CAC, { data, lang }: Options): void {
  cli
    .command('rollback [version]', 'Go back to what an earlier version said (default: the one before)')
    .option('--note <note>', 'Why')
    .option(...data)
    .option(...url)
    .option(...token)
    .option(...lang)
    .action(async (version, options) => (await import('./publish-command')).rollbackCommand(version, options))

  cli
    .command('unschedule <release>', 'Call a scheduled publishing off')
    .option(...data)
    .option(...url)
    .option(...token)
    .option(...lang)
    .action(async (release, options) => (await import('./publish-command')).unscheduleCommand(release, options))
}

function looking(cli: CAC, { data, lang }: Options): void {
  cli
    .command('status', 'Show which rules are in force, what is scheduled and how far deals have followed')
    .option(...data)
    .option(...url)
    .option(...token)
    .option(...lang)
    .action(async (options) => (await import('./status-command')).statusCommand(options))

  cli
    .command('moved [old] [new]', 'Show what an id has become, or everything that was ever called otherwise')
    .option(...data)
    .option(...url)
    .option(...token)
    .option(...lang)
    .example('norma moved individual_offer')
    .action(async (old, now, options) => (await import('./status-command')).movedCommand(old, now, options))
}
