/** English: what keeps the text from being read at all. */
export const enSyntax = {
  'not-closed': ({ sign }: { readonly sign: string }) => `The “${sign}” that is opened here is not closed.`,
  'close-it': ({ sign }: { readonly sign: string }) => `Write “${sign}” at its end.`,
  'dash-without-space': () => 'After the “-” that begins an item there must be a space.',
  'colon-without-space': ({ key }: { readonly key: string }) => `After the colon of “${key}:” there must be a space.`,
  'colon-in-text': ({ key }: { readonly key: string }) =>
    `The text after “${key}:” has a colon of its own, so it is taken for a second key.`,
  'write-in-quotes': ({ text }: { readonly text: string }) => `Write “${text}”, in quotes.`,
  'bad-indent': () => 'This line begins at a depth that fits nothing above it.',
  'begin-below': () => 'Begin it exactly below the first letter of the lines it belongs to.',
  'runs-together': () => 'This line cannot be followed: a value and a block of lines run into each other.',
  'one-line-each': () => 'Give every “key: value” a line of its own.',
  'runs-together-colons': () =>
    'This line cannot be followed: a value and a block of lines, or two colons, run into each other.',
  'one-line-each-quotes': () => 'Give every “key: value” a line of its own, and put a text with a colon in quotes.',
  'second-document': () => 'This file must hold one document, but “---” begins a second one.',
  'leave-out-dashes': () => 'Leave the “---” line out.',
  'something-open': () => 'Something that was opened here is not closed: a quote or a bracket is missing.',
  'close-on-line': () => 'Close it on the same line.',
  directive: () => 'A line cannot begin with “%”.',
  'leave-line-out': () => 'Leave the line out.',
  'tab-at-start': () => 'This line begins with a tab; only spaces can be followed.',
  'put-spaces': () => 'Put spaces in its place.',
  'bad-escape': () => 'A backslash in double quotes begins a sign that does not exist.',
  'single-quotes': () => 'Use single quotes, or write the backslash twice.',
  'cannot-begin': ({ sign }: { readonly sign: string | undefined }) =>
    `A value cannot begin with “${sign ?? 'this sign'}”.`,
  'in-quotes': () => 'Put the value in quotes.',
  'not-lines': () => 'This place cannot be followed as “key: value” lines.',
  'compare-around': () => 'Compare it with the lines around it: a colon, quote or bracket is missing or too many.',
  tab: () => 'This line has a tab in it; only spaces can be followed reliably.',
  'too-large': () => 'This file is larger than 1 MB, the most that can be read.',
  'split-texts': () => 'Shorten the long texts, or keep them in documents of their own and write their addresses.',
  'too-deep': ({ most }: { readonly most: number }) => `This file has more than ${most} levels one inside another.`,
  'look-at-brackets': () =>
    'Look for brackets that are opened again and again, or for a line that begins very far to the right.',
  alias: ({ name }: { readonly name: string }) => `“*${name}” repeats a part from elsewhere; that is not allowed here.`,
  'write-out': () => 'Write the part out in full.',
  'merge-key': () => '“<<” copies lines from elsewhere; that is not allowed here.',
  'write-lines-out': () => 'Write the lines out in full.',
  anchor: ({ name }: { readonly name: string }) =>
    `“&${name}” gives a part a name to repeat it elsewhere; that is not allowed here.`,
  tag: ({ tag }: { readonly tag: string }) =>
    `A value cannot begin with “${tag}”: the “!” would be lost together with its word.`,
  'write-not': () => 'Write “not” without the exclamation mark.',
  'leave-out-or-quote': () => 'Leave it out, or put the value in quotes.',
  'key-is-block': () => 'A list or a block cannot stand before the colon.',
  'write-single-key': () => 'Write a single word before the colon.',
  'duplicate-key': ({ key, line }: { readonly key: string; readonly line: number }) =>
    `“${key}” is written twice in one place; the first one is in line ${line}.`,
  'keep-one': () => 'Keep one of the two.',
  'text-cut': ({ rest }: { readonly rest: string }) =>
    `Everything from “${rest}” on is left out, because “ #” begins a remark.`,
  'quote-or-remark': ({ text }: { readonly text: string }) =>
    `Write "${text}" in quotes, or put a space after “#” if it is a remark.`,
  'sign-in-words': ({ sign }: { readonly sign: string }) => `“${sign}” is written in words here.`,
  write: ({ text }: { readonly text: string }) => `Write “${text}”.`,
  add: ({ text }: { readonly text: string }) => `Add “${text}”.`,
  'leave-out': ({ text }: { readonly text: string }) => `Leave “${text}” out.`,
  'did-you-mean': ({ guess }: { readonly guess: string }) => `Did you mean “${guess}”?`,
} as const
