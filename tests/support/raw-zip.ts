import { crc32, deflateRawSync } from 'node:zlib'

interface RawEntry {
  /** As it stands in the archive. */
  readonly name: Buffer
  readonly bytes: Buffer
  /** General purpose bits: 1 says encrypted, 0x800 that the name is UTF-8. */
  readonly flags?: number
  /** Packed, with what the directory claims to be its size. */
  readonly claimed?: number
}

/** A ZIP whose names are written byte by byte, as old or hostile programs write them. */
export const rawZip = (entries: readonly RawEntry[]): Buffer => {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const { name, bytes: content, flags = 0, claimed } of entries) {
    const crc = crc32(content)
    const method = claimed === undefined ? 0 : 8
    // What is encrypted has a head of its own.
    const stored = (flags & 1) === 1 ? Buffer.concat([Buffer.alloc(12), content]) : content
    const bytes = claimed === undefined ? stored : deflateRawSync(content)
    const size = claimed ?? content.length
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(20, 4)
    head.writeUInt16LE(flags, 6)
    head.writeUInt16LE(method, 8)
    head.writeUInt32LE(crc, 14)
    head.writeUInt32LE(bytes.length, 18)
    head.writeUInt32LE(size, 22)
    head.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(20, 4)
    entry.writeUInt16LE(20, 6)
    entry.writeUInt16LE(flags, 8)
    entry.writeUInt16LE(method, 10)
    entry.writeUInt32LE(crc, 16)
    entry.writeUInt32LE(bytes.length, 20)
    entry.writeUInt32LE(size, 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(offset, 42)
    locals.push(head, name, bytes)
    central.push(entry, name)
    offset += head.length + name.length + bytes.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}
