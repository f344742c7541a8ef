import type { CAC } from 'cac'

import { sharedOptions } from './shared-options'
import type { HelpWords } from './words/en-help'

/** Adds the commands that start a Norma on this machine and fill it. */
export function addNormaCommands(cli: CAC, help: HelpWords): void {
  const { lang, data } = sharedOptions(help)
  cli
    .command('start', help.start)
    .option('--port <port>', help.start_port, { default: 4000 })
    .option(...data)
    .option(...lang)
    .option('--rules <file>', help.start_rules)
    .option('--host <name>', help.start_host)
    .option('--demo', help.start_demo)
    .option('--issuer <address>', help.start_issuer)
    .option('--client-id <id>', help.start_client_id)
    .action(async (options) => (await import('./norma/start-command')).startCommand(options))

  cli
    .command('token', help.token)
    .option('--as <employee>', help.token_as)
    .option('--role <role>', help.token_role)
    .option(...data)
    .option(...lang)
    .example('norma token --as admin')
    .action(async (options) => (await import('./norma/token-command')).tokenCommand(options))

  cli
    .command('demo', help.demo)
    .option('--seed <seed>', help.demo_seed, { default: 1 })
    .option(...data)
    .option(...lang)
    .action(async (options) => (await import('./norma/demo-command')).demoCommand(options))

  cli
    .command('import <mapping>', help.import)
    .option(...data)
    .option(...lang)
    .option('--dry-run', help.import_dry_run)
    .option('--folder <dir>', help.import_folder)
    .example('norma import examples/import/maven.yaml --dry-run')
    .action(async (mapping, options) => (await import('./norma/import-command')).importCommand(mapping, options))
}

/** Adds the commands that make anew what follows from everything else. */
export function addRebuildCommands(cli: CAC, help: HelpWords): void {
  const { lang, data } = sharedOptions(help)
  cli
    .command('rebuild-search', help.rebuild_search)
    .option(...data)
    .option(...lang)
    .action(async (options) => (await import('./norma/rebuild-search-command')).rebuildSearchCommand(options))

  cli
    .command('load-register <file>', help.load_register)
    .option('--kind <kind>', help.load_register_kind)
    .option('--dry-run', help.load_register_dry_run)
    .option(...data)
    .option(...lang)
    .example('norma load-register contracts.xlsx --dry-run')
    .action(async (file, options) => (await import('./norma/load-register-command')).loadRegisterCommand(file, options))

  cli
    .command('adopt-clients', help.adopt_clients)
    .option('--dry-run', help.adopt_clients_dry_run)
    .option(...data)
    .option(...lang)
    .action(async (options) => (await import('./norma/adopt-clients-command')).adoptClientsCommand(options))
}
