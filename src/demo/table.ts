/** A step's name, what it found and the seconds it took, gathered for the one table at the end. */
export interface Line {
  readonly name: string
  readonly value: string
  readonly seconds?: number
}

export const printTable = (lines: readonly Line[]): void => {
  const width = (of: (line: Line) => string): number => Math.max(...lines.map(line => of(line).length))
  const [names, values] = [width(l => l.name), width(l => l.value)]
  for (const { name, value, seconds } of lines) {
    const time = seconds === undefined ? '' : `${seconds.toFixed(1).padStart(7)} s`
    console.log(`  ${name.padEnd(names)}  ${value.padStart(values)}${time}`)
  }
}
