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
  'two-keys-in-line': ({ first, second }: { readonly first: string; readonly second: string }) =>
    `“${first}” and “${second}” stand in one line.`,
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
  'not-utf8': () => 'This file is not in UTF-8: from here on its letters cannot be read.',
  'has-zeros': () => 'This file is not a text in UTF-8: there are zeros between its letters, as in UTF-16.',
  'save-as-utf8': () => 'Save it as UTF-8: in Notepad “Save as”, “Encoding: UTF-8”.',
  'too-large': () => 'This file is larger than 1 MB, the most that can be read.',
  'split-texts': () => 'Shorten the long texts, or keep them in documents of their own and write their addresses.',
  'too-deep': ({ most }: { readonly most: number }) => `This file has more than ${most} levels one inside another.`,
  'look-at-brackets': () =>
    'Look for brackets that are opened again and again, or for a line that begins very far to the right.',
  alias: ({ name }: { readonly name: string }) => `“*${name}” repeats a part from elsewhere; that is not allowed here.`,
  'write-out': () => 'Write the part out in full.',
  'merge-key': () => '“<<” copies lines from elsewhere; that is not allowed here.',
  'write-lines-out': () => 'Write the lines out in full.',
  anchor: ({ name, lines }: { readonly name: string; readonly lines: readonly number[] }) =>
    lines.length === 0
      ? `“&${name}” gives a part a name to repeat it elsewhere; that is not allowed here.`
      : `“&${name}” gives a part a name, and it is repeated in ${lines.length === 1 ? 'line' : 'the lines'} ${lines.join(', ')}; that is not allowed here.`,
  'write-out-there': ({ name }: { readonly name: string }) =>
    `Write the part out in full in place of every “*${name}”, and leave “&${name}” out.`,
  tag: ({ tag }: { readonly tag: string }) =>
    `A value cannot begin with “${tag}”: the “!” would be lost together with its word.`,
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
  'invisible-sign': ({ sign }: { readonly sign: string }) =>
    `This line has a sign in it that cannot be seen (${sign}) where only spaces can be followed.`,
  'put-a-space': () => 'Put a space in its place.',
  'take-it-out': () => 'Take it out.',
  'dash-of-another-kind': ({ sign }: { readonly sign: string }) =>
    `“${sign}” is not the sign that begins an item; that is “-”, the hyphen.`,
  'dash-left-out': ({ key }: { readonly key: string }) =>
    `The “- ” before “${key}” is missing: an item of the list begins there.`,
  'sign-for-remark': ({ sign }: { readonly sign: string }) => `“${sign}” does not begin a remark; that is “#”.`,
  'merge-left': () => 'This line was left over when two versions of the file were merged.',
  'brackets-of-list': () => 'Several names stand in square brackets, [a, b].',
  'comma-twice': () => 'Between two commas nothing stands.',
  'sign-around': ({ sign }: { readonly sign: string }) =>
    `“${sign}” is not a quotation mark: names are written without any.`,
  'comma-at-end': () => 'No comma stands at the end of a line.',
  'sign-at-start': ({ sign }: { readonly sign: string }) => `A text that begins with “${sign}” stands in quotes.`,
  'tabs-at-start': ({ count }: { readonly count: number }) =>
    count === 1
      ? 'This line begins with a tab; only spaces can be followed reliably.'
      : `This line and ${count - 1} more begin with a tab; only spaces can be followed reliably.`,
  'spaces-for-tabs': ({ depth, count }: { readonly depth: number; readonly count: number }) =>
    `Begin this line with ${depth} spaces, and put spaces for the tabs of all ${count} lines in the same way.`,
  'not-in-brackets': () => 'Between brackets “not [a, b]” must stand in quotes, or it is cut at its own bracket.',
  'wide-sign': ({ sign }: { readonly sign: string }) => `“${sign}” is a sign of another keyboard layout.`,
  'colon-after-space': () => 'The colon must follow its key at once, and a space follows the colon.',
  'sign-for-colon': ({ key, sign }: { readonly key: string; readonly sign: string }) =>
    `“${sign}” stands behind “${key}” where a colon belongs.`,
  'no-colon': ({ key }: { readonly key: string }) => `The colon behind “${key}” is missing.`,
  'dash-in-lines': () => 'No “- ” stands before these lines: they are not items of a list.',
  'quote-inside': ({ sign }: { readonly sign: string }) =>
    `This text stands in ${sign} and has a ${sign} in it, so it is taken to end there.`,
  'text-behind-quote': () => 'A text that begins with a quote ends with it, but something stands behind it here.',
  'comma-in-range': () => 'Between brackets a comma divides values; the two ends of a range have “and” between them.',
  'quotes-in-formula': () => 'In a formula ids of fields stand without quotes.',
  'comma-in-formula': () => 'Between brackets a comma divides values: a formula with one stands in quotes.',
  'comma-in-number': () => 'Between brackets a comma divides values; decimals are written with a point.',
  'remark-in-brackets': () => '“#” begins a remark, so the rest of this line, the closing bracket too, is left out.',
  'wrong-depth': ({ text, isTooDeep }: { readonly text: string; readonly isTooDeep: boolean }) =>
    isTooDeep ? `“${text}” stands too far to the right.` : `“${text}” stands too far to the left.`,
  'begin-with-spaces': ({ depth, below }: { readonly depth: number; readonly below: number }) =>
    `Begin this line with ${depth === 0 ? 'no spaces' : `${depth} spaces`}${below === 0 ? '' : `, and move the ${below === 1 ? 'line' : `${below} lines`} below it along with it`}.`,
  'write-each': ({ text, count }: { readonly text: string; readonly count: number }) =>
    `Write “${text}”, and the same way in all ${count} lines.`,
  write: ({ text }: { readonly text: string }) => `Write “${text}”.`,
  add: ({ text }: { readonly text: string }) => `Add “${text}”.`,
  'leave-out': ({ text }: { readonly text: string }) => `Leave “${text}” out.`,
  'did-you-mean': ({ guess }: { readonly guess: string }) => `Did you mean “${guess}”?`,
} as const
