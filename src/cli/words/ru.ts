import type { Translated } from '#domain/kernel/saying'
import type { en } from './en'
import { ruCalendar } from './ru-calendar'
import { ruFile } from './ru-file'
import { ruNorma } from './ru-norma'
import { ruPbx } from './ru-pbx'
import { ruRelease } from './ru-release'
import { ruTrial } from './ru-trial'
import { ruTyped } from './ru-typed'

/** Everything the command line says, in Russian, by key. */
export const ru: Translated<typeof en> = {
  ...ruTyped,
  ...ruFile,
  ...ruCalendar,
  ...ruTrial,
  ...ruRelease,
  ...ruNorma,
  ...ruPbx,
}
