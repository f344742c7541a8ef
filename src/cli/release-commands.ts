import type { CAC } from 'cac'

import { sharedOptions } from './shared-options'
import type { HelpWords } from './words/en-help'

/** Adds what may be done with the rules of a company that is at work: plan, publish, go back, see how it stands. */
export function addReleaseCommands(cli: CAC, help: HelpWords): void {
  addChanging(cli, help)
  addTakingBack(cli, help)
  addLooking(cli, help)
}

function addChanging(cli: CAC, help: HelpWords): void {
  const { lang, data, url, token } = sharedOptions(help)
  cli
    .command('plan [file]', help.plan)
    .option('--format <format>', help.plan_format)
    .option('--now <key>', help.now)
    .option('--exit-code', help.plan_exit_code)
    .option(...data)
    .option(...url)
    .option(...token)
    .option(...lang)
    .example('norma plan pipelines.yaml --now contract.draft_contract.by')
    .example(help.plan_codes)
    .action(async (file, options) => (await import('./release/plan-command')).planCommand(file, options))

  cli
    .command('publish [file]', help.publish)
    .option('--note <note>', help.publish_note)
    .option('--now <key>', help.now)
    .option('--at <instant>', help.publish_at)
    .option('--plan <file>', help.publish_plan)
    .option('--expected <version>', help.publish_expected)
    .option(...data)
    .option(...url)
    .option(...token)
    .option(...lang)
    .example(help.publish_example)
    .example(help.publish_codes)
    .action(async (file, options) => (await import('./release/publish-command')).publishCommand(file, options))
}

function addTakingBack(cli: CAC, help: HelpWords): void {
  const { lang, data, url, token } = sharedOptions(help)
  cli
    .command('rollback [version]', help.rollback)
    .option('--note <note>', help.rollback_note)
    .option(...data)
    .option(...url)
    .option(...token)
    .option(...lang)
    .action(async (version, options) => (await import('./release/publish-command')).rollbackCommand(version, options))

  cli
    .command('unschedule <release>', help.unschedule)
    .option(...data)
    .option(...url)
    .option(...token)
    .option(...lang)
    .action(async (release, options) => (await import('./release/publish-command')).unscheduleCommand(release, options))
}

function addLooking(cli: CAC, help: HelpWords): void {
  const { lang, data, url, token } = sharedOptions(help)
  cli
    .command('status', help.status)
    .option(...data)
    .option(...url)
    .option(...token)
    .option(...lang)
    .action(async (options) => (await import('./release/status-command')).statusCommand(options))

  cli
    .command('moved [old] [new]', help.moved)
    .option(...data)
    .option(...url)
    .option(...token)
    .option(...lang)
    .example('norma moved individual_offer')
    .action(async (old, now, options) => (await import('./release/status-command')).movedCommand(old, now, options))
}
