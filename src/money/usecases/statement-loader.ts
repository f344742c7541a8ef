import type { LoaderOn } from '#ports/files'
import type { Ports } from '#ports/ports'
import { callerBehind } from '#usecases/caller-behind'
import { givenBytes } from '#usecases/files/uploads'
import { openStatements, takeStatement } from './load-statement'

/** Statements of the bank of any size in the background. */
export const statementLoader: LoaderOn<Ports> = {
  allow: async (ports, actor) => {
    await openStatements(ports, await callerBehind(ports, actor))
  },
  turn: async (ports, { id, actor, wish, begunAt, until, note }) => {
    const caller = await callerBehind(ports, actor)
    const scene = await openStatements(ports, caller)
    const bytes = await givenBytes(ports, caller, { upload: wish.upload })
    const going = { name: wish.name, bytes, at: begunAt, by: caller.actor.id, until, note }
    const kept = await takeStatement(ports, { ...scene, statement: statementOf(id), ...going })
    if ((kept.left ?? 0) > 0) return 'left'
    await ports.money.keepStatement(kept)
    return { statement: kept.id, refused: kept.refused, asks: kept.suggested + kept.unmatched }
  },
  shown: async ({ statement }) => (statement === undefined ? {} : { statement }),
}

/** The statement that a load becomes: the same one however often it is begun, so that what it took is known as its own. */
function statementOf(load: string): string {
  return load.replace(/^load_/, 'stm_')
}
