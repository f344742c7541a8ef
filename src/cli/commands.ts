import { cac, type CAC } from 'cac'

import { addAutomationCommands } from './automation-commands'
import { addCalendarCommands } from './calendar-commands'
import { addEventCommands } from './event-commands'
import { addFileCommands } from './file-commands'
import { addIntegrationCommands } from './integration-commands'
import { addNormaCommands, addRebuildCommands } from './norma-commands'
import { addPeopleCommands } from './people-commands'
import { addReleaseCommands } from './release-commands'
import { addReportCommands } from './report-commands'
import { addTrialCommands } from './trial-commands'
import type { HelpWords } from './words/en-help'

/** The command line with everything it can do; what a command is made of is loaded when it is called. */
export function commandLine(help: HelpWords): CAC {
  const cli = cac('norma')
  addNormaCommands(cli, help)
  addRebuildCommands(cli, help)
  addFileCommands(cli, help)
  addCalendarCommands(cli, help)
  addTrialCommands(cli, help)
  addReleaseCommands(cli, help)
  addReportCommands(cli, help)
  addEventCommands(cli, help)
  addAutomationCommands(cli, help)
  addPeopleCommands(cli, help)
  addIntegrationCommands(cli, help)
  // Declared as options of every command, so that the parser lets them pass; `main` answers them.
  cli.option('-h, --help', help.help)
  cli.option('-v, --version', help.version)
  return cli
}
