import { isTrusted } from '#domain/deals/task-rights'
import type { Caller } from '#domain/kernel/access'
import { loadRefusal } from '#loads/words/load-refusal'
import type { KeptLoad } from '#ports/files'
import type { Ports } from '#ports/ports'
import type { Language } from '#schemas/language-names'
import type { Load, StartLoad } from '#schemas/loads/loads'
import { answerWith, once, type Command } from '#usecases/command'

/**
 * Has a file loaded that was sent before: it is done in the background, with the rights that whoever asks has then. Refuses
 * what they may not load; that a file has not come is told by the load. Asked again under one Idempotency-Key it is one load.
 */
export async function startLoad(
  ports: Ports,
  command: Command & { readonly language: Language },
  wish: StartLoad,
): Promise<Load> {
  return once(ports, command, () => begun(ports, command, wish))
}

async function begun(ports: Ports, command: Command & { readonly language: Language }, wish: StartLoad): Promise<Load> {
  const { caller, language } = command
  await ports.loaders[wish.what].allow(ports, caller.actor, wish)
  const at = ports.clock.now()
  const load: KeptLoad = {
    id: ports.ids.next('load'),
    rev: 1,
    wish,
    actor: caller.actor,
    at,
    state: 'waiting',
    leasedUntil: at,
    attempts: 0,
  }
  const shown = await shownLoad(ports, load, language)
  await ports.loads.begin(load, answerWith(command, shown).answer)
  return shown
}

/** How far a load is, for whoever asked for it. */
export async function readLoad(
  ports: Pick<Ports, 'loads' | 'loaders'>,
  caller: Caller,
  { id, language }: { readonly id: string; readonly language: Language },
): Promise<Load> {
  const load = await ports.loads.find(id)
  const isTheirs = load !== undefined && (isTrusted(caller) || isOf(load, caller))
  if (!isTheirs) throw loadRefusal('load_unknown', { id })
  return shownLoad(ports, load, language)
}

function isOf({ actor }: KeptLoad, caller: Caller): boolean {
  return actor.kind === caller.actor.kind && actor.id === caller.actor.id
}

async function shownLoad({ loaders }: Pick<Ports, 'loaders'>, load: KeptLoad, language: Language): Promise<Load> {
  const { id, wish, at, actor, state, found, known, done = 0, report, why } = load
  const came = report === undefined ? {} : await loaders[wish.what].shown(report, language)
  return {
    id,
    what: wish.what,
    name: wish.name,
    dryRun: wish.dryRun ?? false,
    by: actor.id,
    at,
    state,
    ...(found === undefined ? {} : { found }),
    ...(known === undefined ? {} : { known }),
    done,
    ...came,
    ...(why === undefined ? {} : { problem: why[language] }),
  }
}
