import type { Person } from '../cadre.ts'
import { type Problem, type ProblemCode, problem } from '../problems.ts'
import { personName } from '../vietnamese.ts'
import { type Cell, textOf } from './cells.ts'
import type { Column, Field } from './columns.ts'
import { readBirth, readEmail, readGender, readPhone, readPosts, readStaffCode } from './fields.ts'

/** What the cells of a row say of a person. */
export interface PersonCells {
  readonly person: Person
  readonly posts: readonly string[]
  readonly venue: string | null
  /** What was left empty because it cannot be true. */
  readonly wrong: readonly { readonly title: string; readonly problem: Problem }[]
}

export const personOf = (
  name: string,
  cells: readonly Cell[],
  columns: readonly Column[],
  thisYear: number,
): PersonCells => {
  const wrong: { title: string; problem: Problem }[] = []
  const of = (...fields: Field[]) => columns.filter(c => fields.includes(c.field))
  const filled = (field: Field) => of(field).some(c => textOf(cells[c.index]) !== '')
  /** The first column that says something; what is wrong in it is set aside. */
  const read = <T>(
    fields: Field[],
    reader: (cell: Cell) => T | null | 'wrong',
    code: ProblemCode,
  ): T | null => {
    for (const { index, title } of of(...fields)) {
      const cell = cells[index] ?? null
      const value = reader(cell)
      if (value === 'wrong') wrong.push({ title, problem: problem(code, { value: textOf(cell) }) })
      else if (value !== null) return value
    }
    return null
  }
  const genderCell = of('gender')
    .map(c => readGender(cells[c.index] ?? null))
    .find(gender => gender !== null)
  const isMale = filled('birthMale')
  const isFemale = filled('birthFemale') || filled('female')
  return {
    person: {
      name: personName(name),
      birth: read(
        ['birth', 'birthMale', 'birthFemale'],
        cell => readBirth(cell, thisYear),
        'birth-not-valid',
      ),
      gender: genderCell ?? (isFemale ? 'female' : isMale ? 'male' : null),
      staffCode: read(['staffCode'], readStaffCode, 'input-not-valid'),
      email: read(['email'], readEmail, 'email-not-valid'),
      phone: read(['phone'], readPhone, 'phone-not-valid'),
    },
    posts: [...new Set(of('post').flatMap(c => readPosts(cells[c.index] ?? null)))],
    venue:
      of('venue')
        .map(c => textOf(cells[c.index]))
        .find(text => text !== '') ?? null,
    wrong,
  }
}
