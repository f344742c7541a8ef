import type { PageText } from './page'

/** English pages: what only a plan can report. */
export const enLive = {
  'role-empty': {
    title: 'Nobody is in the role (only in a plan)',
    means: 'The file gives work to a role that nobody is in at the moment.',
    why: 'The tasks would have no responsible.',
    mend: 'Put somebody in the role in the system, or give the work to another role.',
  },
  'alarm-role-empty': {
    title: 'Nobody would hear the alarm (only in a plan)',
    means: 'Whoever reads more of other people’s clients than the budget is reported to a role that nobody is in.',
    why: 'Only the head of whoever reads would be told; what the role is there for, nobody does.',
    mend: 'Put somebody in the role on the People page, or name another under “reading: alarm”.',
  },
  'consent-text-changed': {
    title: 'A consent with other words under its old version (only in a plan)',
    means: 'The text of a consent has changed, and its version is the one under which clients agreed before.',
    why: 'By the version one sees what a client agreed to: with two texts under one version nobody could show it.',
    mend: 'Give the new text a new version. What clients agreed to before stays with the old one.',
  },
  'keep-erases': {
    title: 'Clients that are erased by a new length (only in a plan)',
    means: 'Under “keep” a length is new or shorter, and the cards that are older than that are soon erased.',
    why: 'What is erased cannot be brought back: neither the card nor the talks with the client.',
    mend: 'Nothing, if it is meant: each is announced a week ahead. Else give the length that it was.',
  },
  'stage-in-use': {
    title: 'A stage that is gone, with deals in it (only in a plan)',
    means: 'The new file has no such stage any more, but open deals stand in it.',
    why: 'Nobody loses a seat: until it is said where these deals go, nothing is published.',
    mend: 'Add the line under “moved” that the plan prints: old id: new id.',
  },
  'pipeline-in-use': {
    title: 'A direction that is gone, with deals in it (only in a plan)',
    means: 'The new file has no such direction any more, but open deals go through it.',
    why: 'Until it is said where these deals go, nothing is published.',
    mend: 'Add “pipelines.old: new” under “moved”.',
  },
  'role-in-use': {
    title: 'A role that is gone, with people or tasks in it (only in a plan)',
    means: 'The new file has no such role any more, but people are in it or open tasks belong to it.',
    why: 'The tasks would lose their responsible.',
    mend: 'Add “roles.old: new” under “moved”.',
  },
  'option-in-use': {
    title: 'An option that is gone, with deals that have it (only in a plan)',
    means: 'The new file has no such option any more, but open deals have it as their value.',
    why: 'Conditions would no longer hold for them, and reports would show a value that does not exist.',
    mend: 'Add “fields.field.old: new” under “moved”.',
  },
  'field-in-use': {
    title: 'A field that is gone, with deals that have it filled (only in a plan)',
    means: 'The new file has no such field any more, but open deals have a value in it.',
    why: 'What people have written down would be lost from sight.',
    mend: 'Keep the field, or add “fields.old: new” under “moved”.',
  },
  'paper-in-use': {
    title: 'A kind of document or invoice that is gone while some are under way (only in a plan)',
    means:
      'Drafts of that kind, documents that are not signed by all, or invoices that are not paid would have no rules.',
    why: 'Nobody could issue, sign or cancel them any more, and gates that wait for them would never open.',
    mend: 'Say under “moved” what it is called now, or finish or cancel those first.',
  },
  'series-removed': {
    title: 'A series of numbers that is gone (only in a plan)',
    means: 'The rules in force have a series of numbers that the new file does not have any more.',
    why: 'A series remembers the last number it has given. Without it, or under another name, numbers would begin anew.',
    mend: 'Leave the series under “numbers”; that nothing uses it does no harm.',
  },
  'old-versions-alive': {
    title: 'Deals that still run by an old version (only in a plan)',
    means: 'Some open deals entered their stage long ago and finish it by the rules of that time.',
    why: 'It is not a fault; it only says that a change will not be seen everywhere yet.',
    mend: 'Nothing need be done. `--now` applies a change to them at once where that is possible.',
  },
  'unknown-template': {
    title: 'A template that is not there (only with the files)',
    means: 'A document names a Word file that does not lie beside the rules, or a file that is not a .docx.',
    why: 'The document could not be made.',
    mend: 'Put the file where the rules name it, saved by Word as .docx, without macros.',
  },
  'template-fault': {
    title: 'A fault in a template (only with the files)',
    means:
      'Braces in a Word template are not closed, cross each other, or ask for a way of printing that there is not.',
    why: 'The document would come out with pieces missing, or not at all.',
    mend: 'Look for the words that are told in Word and put the braces right.',
  },
  'template-unknown-field': {
    title: 'A template asks for something unknown (only with the files)',
    means: 'A name in braces is not a field of the deal, of its clients, of the seller or of the lines.',
    why: 'Nothing would be printed in its place.',
    mend: 'Write the name that is offered, or declare the field.',
  },
  'template-not-filled-before': {
    title: 'A template prints what nobody has to fill (only with the files)',
    means: 'A template prints a field that is neither under “needs” nor in a gate before.',
    why: 'The document could come out with a gap where the value should stand.',
    mend: 'Write the field under “needs”, or put the words around it between {#field} and {/field}.',
  },
} as const satisfies Readonly<Record<string, PageText>>
