import { enCalendar } from './en-calendar'
import { enFile } from './en-file'
import { enNorma } from './en-norma'
import { enPbx } from './en-pbx'
import { enRelease } from './en-release'
import { enTrial } from './en-trial'
import { enTyped } from './en-typed'

/** Everything the command line says, in English, by key; what `--help` says stands apart. */
export const en = { ...enTyped, ...enFile, ...enCalendar, ...enTrial, ...enRelease, ...enNorma, ...enPbx }
