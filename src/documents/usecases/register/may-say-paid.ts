import { mayAct } from '#documents/usecases/document-scene'
import type { Caller } from '#domain/kernel/access'
import type { People } from '#ports/people'
import type { Model } from '#schemas/model'

type Asker = { readonly caller: Caller; readonly people: People; readonly model: Pick<Model, 'bank' | 'fields'> }

/** Who says what is paid: whoever looks after the bank and whoever alone writes `paid`. Nobody is named where the file names neither. */
export function namedForPaid({ bank, fields }: Asker['model']): readonly string[] {
  return [...new Set([...(bank === undefined ? [] : [bank.by]), ...(fields['paid']?.writtenBy ?? [])])]
}

/** Whether somebody may say of an invoice that it is paid; whoever issues it, where the file names nobody. */
export function maySayPaid({ caller, people, model }: Asker, owner: string): boolean {
  const names = namedForPaid(model)
  return names.length === 0 || names.some((name) => mayAct(caller, name, owner, people))
}
