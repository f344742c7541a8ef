import type { PageText } from './page'

/** English pages: what keeps a part of the file from being read. */
export const enReading = {
  'yaml-syntax': {
    title: 'The text cannot be followed',
    means:
      'A quote, a bracket, a colon or a depth is missing or too many, so the file cannot be read as lines of “key: value”.',
    why: 'What comes after such a place would be guessed, and a guess would run your sales.',
    mend: 'Look at the place that is marked and at the line above it. A text with a colon, a quote or a bracket in it goes in quotes.',
  },
  'yaml-subset': {
    title: 'A part of YAML that is not used here',
    means:
      'YAML can do more than this file needs: names for parts (&, *), copies (<<), tags (!), several documents, tabs. None of it is read here.',
    why: 'These signs change the meaning of a line without being noticed: “!not none” would silently become “none”.',
    mend: 'Write the part out in full, and use spaces and plain values only.',
  },
  'not-utf8': {
    title: 'A file of another encoding',
    means: 'The file was not saved as UTF-8, so its letters cannot be read: Windows-1251 or UTF-16, most often.',
    why: 'Every name in it would reach people as “�����”.',
    mend: 'Save it as UTF-8: in Notepad by “Save as”, “Encoding: UTF-8”; in Excel as “CSV UTF-8” before copying from it.',
  },
  'missing-space': {
    title: 'No space after a colon or a dash',
    means: '“by:lawyer” is one word for YAML, not a key with a value; so is “-pipeline”.',
    why: 'The line would be taken for a text, and what it says would be lost.',
    mend: 'Put one space after the colon, and one after the dash that begins an item.',
  },
  'text-cut': {
    title: 'A text is cut off at “#”',
    means: 'A “#” with a space before it begins a remark, so everything from it on is left out of the text.',
    why: 'People would see half of a sentence, such as “Draft contract” instead of “Draft contract #2”.',
    mend: 'Put the text in quotes. If a remark is meant, put a space after the “#”.',
  },
  'lookalike-letter': {
    title: 'A letter of another alphabet',
    means: 'The word looks right, but one of its letters is Cyrillic (а, с, е, о, р …), so it is a different word.',
    why: 'Nobody can see the difference, and the name would not be found.',
    mend: 'Type the word again with the Latin keyboard layout, or let `norma fix` put the letters right.',
  },
  'duplicate-key': {
    title: 'The same key twice',
    means: 'One block has the same key, or a list the same option, two times.',
    why: 'Only one of the two could hold, and which one would be chance.',
    mend: 'Keep one of the two, or give the second one an id of its own.',
  },
  'unknown-key': {
    title: 'A key that means nothing here',
    means:
      'This word is not one that Norma knows in this place: it is misspelled, has another name here, or stands at the wrong depth.',
    why: 'What stands under it would have no effect, without anybody noticing.',
    mend: 'Take the word that is offered. `norma explain` and the hover texts of the editor tell what can stand where.',
  },
  'missing-key': {
    title: 'Something is missing that must be there',
    means:
      'A block lacks a key it cannot do without, or nothing is written after a key. Every task says what, by whom and until when.',
    why: 'A task that nobody has or that is never due is a task that is not done.',
    mend: 'Add the line that is named.',
  },
  'wrong-kind': {
    title: 'A value, a list or a block where another is needed',
    means: 'Some keys take one value, some a list, some lines of their own. Here stands one of the others.',
    why: 'The part cannot be read as it stands.',
    mend: 'A list is written [a, b] or as lines that begin with “- ”; a block as indented lines “key: value”.',
  },
  'unknown-value': {
    title: 'A value that is not among the possible ones',
    means: 'After this key only certain words, dates, hours or numbers can stand, and this is not one of them.',
    why: 'Norma would not know what to do, so it does not guess.',
    mend: 'Take one of the values that are listed.',
  },
  'bad-id': {
    title: 'An id that cannot be one',
    means:
      'Ids are small Latin letters, digits and “_” and begin with a letter; some words are taken by the language itself.',
    why: 'Ids stand in links, reports and other systems, where spaces and capitals break; the words that people read are the names beside them.',
    mend: 'Write the id that is offered and keep your wording as the name.',
  },
  'ambiguous-duration': {
    title: 'Working or calendar time?',
    means: '“2 days” can mean two days at work or two days by the calendar. Over a holiday the two are a week apart.',
    why: 'Two people read it in two ways, and one of them is late.',
    mend: 'Write “2 working days” or “2 calendar days”.',
  },
  'iso-duration': {
    title: 'A length of time in computer shorthand',
    means: '“P2D” is how programs write two days. Here lengths of time are words.',
    why: 'The file is read by people who sell, and the shorthand does not say whether working or calendar days are meant.',
    mend: 'Write the words that are offered.',
  },
  'bad-duration': {
    title: 'A length of time or a due date that cannot be read',
    means:
      'A due date is a number, “working” or “calendar”, and a unit, perhaps with “after …”, “before …” or “at 15:00”; or “at once”, “same day”, “on …”.',
    why: 'Without it there is no date, and nobody would be reminded.',
    mend: 'Write it in that order. `norma due "2 working days"` shows the date it comes to.',
  },
  'one-action': {
    title: 'Two actions in one item',
    means: 'Every item of “do” is one action; here two stand in the same item.',
    why: 'The order in which they happen would be chance.',
    mend: 'Begin every action with a “- ” of its own.',
  },
} as const satisfies Readonly<Record<string, PageText>>
