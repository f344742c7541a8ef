import { rulesLanguage } from '#domain/rules/rules-language'
import type { KeptRegisterLoaded } from '#schemas/documents/register'
import type { LoaderOn } from '#ports/files'
import type { Ports } from '#ports/ports'
import { callerBehind } from '#usecases/caller-behind'
import { givenBytes } from '#usecases/files/uploads'
import { openRegister, shownRegister, takeRegister } from './load-register'

/** Registers of any size in the background. */
export const registerLoader: LoaderOn<Ports> = {
  allow: async (ports, actor, { kind }) => {
    await openRegister(ports, await callerBehind(ports, actor), kind)
  },
  turn: async (ports, { actor, wish, until, note, before }) => {
    const caller = await callerBehind(ports, actor)
    const by = await openRegister(ports, caller, wish.kind)
    const { upload, kind, dryRun = false } = wish
    const bytes = await givenBytes(ports, caller, { upload })
    const going = { until, note, ...(before === undefined ? {} : { before }) }
    const taking = { ...by, caller, language: rulesLanguage(by.model), bytes, kind, dryRun, ...going }
    const loaded = await takeRegister(ports, taking)
    if (loaded.left > 0) return 'left'
    return { register: fitting(loaded), refused: loaded.refused, asks: 0 }
  },
  shown: async ({ register }, language) =>
    register === undefined ? {} : { register: await shownRegister(register, language) },
}

/** So much of a report is kept in one item: of faults that do not fit the number is told. */
const mostLetters = 100_000

function fitting(loaded: KeptRegisterLoaded): KeptRegisterLoaded {
  let letters = JSON.stringify(loaded.rows).length
  const faults = loaded.faults.filter((fault) => {
    letters += JSON.stringify(fault).length
    return letters <= mostLetters
  })
  return { ...loaded, faults, faultsLeftOut: loaded.faultsLeftOut + loaded.faults.length - faults.length }
}
