import type { RightKind } from '#schemas/people-names'

/** Rights by the names that they have on the pages of people. */
export const rightNamesEn: Readonly<Record<RightKind, string>> = {
  deals_read: 'Sees deals and tasks',
  deals_edit: 'Changes deals and tasks',
  plan_read: 'Sees plan and fact',
  plan_edit: 'Sets targets',
  books_edit: 'Corrects the books of won deals',
  people_edit: 'Manages people',
  rules_edit: 'Publishes rules',
  import: 'Imports history',
  clients_read: 'Sees clients',
  clients_edit: 'Changes clients',
  clients_contacts: 'Sees clients’ numbers and addresses',
  clients_know: 'Can check whose client somebody is',
  clients_merge: 'Merges duplicate clients',
  export: 'Exports files',
  audit_read: 'Sees who read and exported what',
  channels_edit: 'Connects telephones and forms',
  recordings_hear: 'Listens to recorded calls',
}

/** What somebody is told who lacks a right; for programs its id stands beside the sentence. */
export function lacksRightEn(right: RightKind): string {
  return `You do not have the right “${rightNamesEn[right]}”. Somebody who may change employees can give it to you.`
}
