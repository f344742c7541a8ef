import { expect, test } from 'vitest'
import { withMoved } from '#config/schema/with-moved'

test('lines are written under “moved:” where it stands, before what stands there', () => {
  expect(withMoved('a: 1\nmoved:  # renamed\n  old: new\nb: 2\n', ['    x: y'])).toBe(
    'a: 1\nmoved:  # renamed\n  x: y\n  old: new\nb: 2\n',
  )
})

test('a file without “moved:” gets it at its end', () => {
  expect(withMoved('a: 1\n\n\n', ['x: y', 'roles.z: w'])).toBe('a: 1\n\nmoved:\n  x: y\n  roles.z: w\n')
})

test('a line that stands there already is not written twice', () => {
  const text = 'moved:\n  x: y # long ago\n'

  expect(withMoved(text, ['x: y'])).toBe(text)
})

test('“moved:” may be the last word of the file', () => {
  expect(withMoved('a: 1\nmoved:', ['x: y'])).toBe('a: 1\nmoved:\n  x: y\n')
})
